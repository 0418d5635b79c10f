import type { InterestConstraint } from '@linking/events/interest/codes.js';
import type { Side } from '@linking/events/link/link-events.js';
import { bothSides } from '@linking/domain/link/link.js';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import type { Chance } from './chance.js';
import { dayBetween, daysLater, timeOfDay } from './demo-days.js';
import { step, type HistoryStep } from './history-step.js';
import type { HistoryWriter } from './history-writer.js';
import { autumnDays } from './story-days.js';
import { hasReached, refOf, yearFrom, type Story, type StoryClass } from './story.js';

const priorities = [
  'community-cohesion',
  'oracy',
  'pupil-voice',
  'rural-urban',
  'faith-dialogue',
  'transition',
];

/** A school gets in touch by phone or e-mail, or with the public form where there is one, and offers one class. */
export function interestStep(
  chance: Chance,
  it: StoryClass,
  { first, publicForm }: { readonly first: number; readonly publicForm: boolean },
): HistoryStep {
  const chosen = chance.shuffled(priorities).slice(0, chance.between(1, 2));
  const spoken = chance.pick(['phone', 'e-mail'] as const);
  const day = dayBetween(chance, `${first}-05-04`, `${first}-06-26`);
  const needs = needsOf(Number(it.school.urn));
  const byForm = publicForm && Number(it.school.urn) % 3 === 0;
  return step(day, timeOfDay(chance), async (writer) => {
    const received = {
      programme: writer.programme.slug,
      year: yearFrom(first),
      urn: it.school.urn,
      head: it.head,
      priorities: chosen,
      ...(needs.length === 0 ? {} : { constraints: needs }),
      classes: [{ yearGroups: [it.yearGroup], pupilCount: it.pupilCount, placeholder: true }],
    };
    const command = byForm
      ? new ReceiveInterest(
          { ...received, channel: 'form', emailVerified: true, linkedBefore: it.linkedBefore },
          writer.formSender(),
        )
      : new ReceiveInterest({ ...received, channel: spoken }, writer.sender());
    const { interest } = await writer.world.commandBus.execute(command);
    it.offer = { interestId: interest.id, classId: interest.classes[0]?.classId ?? '' };
  });
}

/** Some schools need something, each year the same. */
const needsOf = (urn: number): readonly InterestConstraint[] =>
  urn % 7 === 0 ? ['step-free-access'] : urn % 11 === 0 ? ['short-journey', 'help-with-transport-costs'] : [];

/** From proposal to signatures: June to September, or in autumn for those who came late. */
export function springSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  const { first } = story;
  const late = first === 2026 && !hasReached(story.kind, 'half-signed');
  const lastLate = story.twist === 'agreement-declined' ? `${first}-10-20` : `${first}-11-11`;
  const [from, to] = late ? [`${first}-10-05`, lastLate] : autumnDays(story).proposed;
  const proposedOn = dayBetween(chance, from, to);
  const answeredOn = daysLater(proposedOn, chance.between(1, 5));
  const issuedOn = daysLater(answeredOn, 1);
  const steps = [step(proposedOn, timeOfDay(chance), (writer) => propose(story, writer))];
  if (story.twist === 'declined') return [...steps, declineStep(story, chance, answeredOn)];
  if (hasReached(story.kind, 'brokered')) {
    const note = chance.pick([
      'Spoke to both heads by phone. Both are glad of the partner.',
      'Both heads met at the cluster meeting and said yes.',
      'Both said yes by phone; they would like an autumn start.',
    ]);
    steps.push(
      step(answeredOn, timeOfDay(chance), (w) => w.change(refOf(story), { type: 'Broker' }, { note })),
    );
  }
  if (hasReached(story.kind, 'issued')) {
    steps.push(step(issuedOn, timeOfDay(chance), (w) => w.change(refOf(story), { type: 'IssueAgreement' })));
  }
  return [...steps, ...signatureSteps(story, chance, issuedOn), ...declinedAgreementSteps(story, issuedOn)];
}

async function propose(story: Story, writer: HistoryWriter): Promise<void> {
  const [a, b] = [story.classes.a.offer, story.classes.b.offer];
  if (a === undefined || b === undefined) throw new Error('Both interests come before the proposal');
  const kind = story.twist === 'in-school' ? 'in-school' : 'between-schools';
  const overrides = [
    { rule: 'distance-limit', reasonCode: 'heads-agreed', note: 'Both heads are happy to travel.' },
    { rule: 'linked-before', reasonCode: 'other-classes' },
    ...(story.twist === 'second-link'
      ? [{ rule: 'class-in-two-links', reasonCode: 'unequal-forms' } as const]
      : []),
  ] as const;
  const proposal = {
    programme: writer.programme.slug,
    year: yearFrom(story.first),
    kind,
    a,
    b,
    ...(story.continues === undefined ? {} : { continuesFrom: refOf(story.continues) }),
  } as const;
  const command = new ProposeLink(proposal, { overrides }, writer.sender());
  story.ref = (await writer.world.commandBus.execute(command)).link.ref;
}

function declineStep(story: Story, chance: Chance, day: string): HistoryStep {
  const reasonCode = chance.pick(['other-plans', 'staffing', 'timing']);
  return step(day, timeOfDay(chance), (writer) =>
    writer.change(refOf(story), {
      type: 'DeclineProposal',
      side: 'b',
      reasonCode,
      wantsOtherPartner: reasonCode === 'timing',
    }),
  );
}

function signatureSteps(story: Story, chance: Chance, issuedOn: string): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'half-signed')) return [];
  const both: readonly Side[] = story.twist === 'in-school' ? ['a'] : bothSides;
  const sides = story.kind === 'half-signed' ? both.slice(0, 1) : both;
  return sides.map((side) => {
    const days = chance.between(1, 12);
    // Who declined at first signs what was sent again.
    const on = daysLater(issuedOn, story.twist === 'sent-again' && side === 'b' ? 6 + days : days);
    return step(on, timeOfDay(chance), async (writer) => {
      const { sides: known, agreement } = await writer.link(refOf(story));
      const { headId } = known[side];
      await writer.change(
        refOf(story),
        {
          type: 'SignAgreement',
          side,
          signer: { personId: headId },
          signerRole: 'headteacher',
          textVersion: agreement[side].textVersion ?? '',
          agreed: true,
          means: 'mailed-page',
        },
        {},
        headId,
      );
    });
  });
}

/** Side b does not sign what it was sent; or only when the coaches are paid for. */
function declinedAgreementSteps(story: Story, issuedOn: string): readonly HistoryStep[] {
  const decline = (note: string) =>
    step(daysLater(issuedOn, 3), '12:10', (writer) =>
      writer.change(
        refOf(story),
        { type: 'DeclineAgreement', side: 'b', reasonCode: 'transport-costs' },
        { note },
      ),
    );
  if (story.twist === 'agreement-declined') return [decline('Two coaches are too much for their budget.')];
  if (story.twist !== 'sent-again') return [];
  return [
    decline('The governors ask who pays for the coaches.'),
    step(daysLater(issuedOn, 5), '14:40', (writer) =>
      writer.change(
        refOf(story),
        { type: 'IssueAgreement' },
        { note: 'The grant pays for one of the coaches.' },
      ),
    ),
  ];
}
