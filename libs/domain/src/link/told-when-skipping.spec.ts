import type { LinkCommand } from './commands.js';
import { happened, issued, met, planMeeting, signedBy, trained } from './spec-support/example-link.js';
import { told } from './spec-support/told.js';

describe('whoever skips a step or ends a link that stands otherwise is told', () => {
  const skip = (reasonCode: string): LinkCommand => ({ type: 'SkipStep', step: 'first-meeting', reasonCode });
  const skipped = happened('2026-11-02', 'StepSkipped', { step: 'first-meeting', reasonCode: 'storm' });
  const goodbyeMissing = 'The final exchange and goodbye is not recorded yet.';
  const notAgreed = 'Record the signature, or record that the school withdrew.';
  told([
    [
      'If the reason is wrong, correct that entry.',
      [...trained, skipped],
      skip('no-time'),
      'STEP_ALREADY_DONE',
      'This step was skipped on 2 November for another reason.',
    ],
    [
      'If it was recorded by mistake, void that entry.',
      met,
      skip('no-time'),
      'STEP_ALREADY_DONE',
      'This step has been done, so it cannot be skipped.',
    ],
    [
      notAgreed,
      issued,
      { type: 'Complete' },
      'LINK_NOT_AGREED',
      'Neither school has signed the agreement, so this link cannot be completed.',
    ],
    [
      notAgreed,
      [...issued, signedBy('b')],
      { type: 'Complete' },
      'LINK_NOT_AGREED',
      'One school has not signed the agreement, so this link cannot be completed.',
    ],
    ['Record it, or skip it with a reason.', met, { type: 'Complete' }, 'GOODBYE_MISSING', goodbyeMissing],
    [
      'If it was closed by mistake, void that entry.',
      [
        ...met,
        happened('2026-11-20', 'LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'met' }),
      ],
      planMeeting({ number: 2 }),
      'LINK_CLOSED',
      'This link is closed: withdrawn on 20 November.',
    ],
  ]);
});
