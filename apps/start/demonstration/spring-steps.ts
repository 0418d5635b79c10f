import type { Side } from '@linking/events/link/link-events.js';
import { bothSides } from '@linking/domain/link/link.js';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import type { Chance } from './chance.js';
import { DEMO_PROGRAMME, DEMO_YEAR } from './demo-names.js';
import type { HistoryStep, HistoryWriter } from './history-writer.js';
import { dayBetween, daysLater, timeOfDay } from './school-days.js';
import { hasReached, refOf, type Story, type StoryClass } from './story.js';

const priorities = [
  'community-cohesion',
  'oracy',
  'pupil-voice',
  'rural-urban',
  'faith-dialogue',
  'transition',
];

/** A school gets in touch by phone or e-mail and offers one class. */
export function interestStep(
  chance: Chance,
  it: StoryClass,
  keep: (offer: { interestId: string; classId: string }) => void = () => undefined,
): HistoryStep {
  const chosen = chance.shuffled(priorities).slice(0, chance.between(1, 2));
  const channel = chance.pick(['phone', 'e-mail'] as const);
  const { name, email, phone } = it.head;
  return {
    day: dayBetween(chance, '2026-05-04', '2026-06-26'),
    time: timeOfDay(chance),
    async run(writer) {
      const received = {
        programme: DEMO_PROGRAMME,
        year: DEMO_YEAR,
        urn: it.school.urn,
        channel,
        head: { name, email, phone },
        priorities: chosen,
        classes: [{ yearGroups: [it.yearGroup], pupilCount: it.pupilCount, placeholder: true }],
      };
      const { interest } = await writer.world.commandBus.execute(
        new ReceiveInterest(received, writer.sender()),
      );
      keep({ interestId: interest.id, classId: interest.classes[0]?.classId ?? '' });
    },
  };
}

/** From interest to signatures: May to September. */
export function springSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  const late = story.kind === 'proposed' || story.kind === 'brokered' || story.kind === 'issued';
  const proposedOn = late
    ? dayBetween(chance, '2026-10-05', '2026-11-13')
    : dayBetween(chance, '2026-06-29', '2026-07-10');
  const brokeredOn = daysLater(proposedOn, chance.between(1, 5));
  const issuedOn = daysLater(brokeredOn, 1);
  const steps = [
    ...interestSteps(story, chance),
    step(proposedOn, timeOfDay(chance), (writer) => propose(story, writer)),
  ];
  if (hasReached(story.kind, 'brokered')) {
    const note = chance.pick([
      'Spoke to both heads by phone. Both are glad of the partner.',
      'Both heads met at the cluster meeting and said yes.',
      'Both said yes by phone; they would like an autumn start.',
    ]);
    steps.push(
      step(brokeredOn, timeOfDay(chance), (w) => w.change(refOf(story), { type: 'Broker' }, { note })),
    );
  }
  if (hasReached(story.kind, 'issued')) {
    steps.push(step(issuedOn, timeOfDay(chance), (w) => w.change(refOf(story), { type: 'IssueAgreement' })));
  }
  return [...steps, ...signatureSteps(story, chance, issuedOn)];
}

function interestSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  return bothSides.map((side) =>
    interestStep(chance, story.classes[side], (offer) => {
      story.interests[side] = offer;
    }),
  );
}

async function propose(story: Story, writer: HistoryWriter): Promise<void> {
  const { a, b } = story.interests;
  if (a === undefined || b === undefined) throw new Error('Both interests come before the proposal');
  const kind = story.twist === 'in-school' ? 'in-school' : 'between-schools';
  const overrides = [
    { rule: 'distance-limit', reasonCode: 'heads-agreed', note: 'Both heads are happy to travel.' },
  ] as const;
  const command = new ProposeLink(
    { programme: DEMO_PROGRAMME, year: DEMO_YEAR, kind, a, b },
    { overrides },
    writer.sender(),
  );
  story.ref = (await writer.world.commandBus.execute(command)).link.ref;
}

function signatureSteps(story: Story, chance: Chance, issuedOn: string): readonly HistoryStep[] {
  const both: readonly Side[] = story.twist === 'in-school' ? ['a'] : ['a', 'b'];
  const sides =
    hasReached(story.kind, 'signed') || story.kind === 'class-to-follow' ? both : both.slice(0, 1);
  if (!hasReached(story.kind, 'half-signed')) return [];
  return sides.map((side) =>
    step(daysLater(issuedOn, chance.between(1, 12)), timeOfDay(chance), async (writer) => {
      const { sides: known, agreement } = await writer.link(refOf(story));
      const { headId } = known[side];
      const textVersion = agreement[side].textVersion ?? '';
      await writer.change(
        refOf(story),
        {
          type: 'SignAgreement',
          side,
          signer: { personId: headId },
          signerRole: 'headteacher',
          textVersion,
          agreed: true,
          means: 'mailed-page',
        },
        {},
        headId,
      );
    }),
  );
}

export const step = (
  day: string,
  time: string,
  run: (writer: HistoryWriter) => Promise<unknown>,
): HistoryStep => ({
  day,
  time,
  async run(writer) {
    await run(writer);
  },
});
