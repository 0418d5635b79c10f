import type { OperationsState, PartState } from '@linking/application/operations/read-operations.js';
import type { KeptAct } from '@linking/application/operations/acts.js';
import { PAUSABLE_PARTS, type WorkPart } from '@linking/application/operations/work-parts.js';
import { counted, fullMoment } from '@linking/words/format.js';
import type { OneButtonView } from '../pages/components/button.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import type { TagView } from '../pages/components/tag.js';
import type { ActView, OperationsView, WorkRowView } from '../pages/operations/operations-view.js';
import {
  ageWords,
  agoWords,
  behindWords,
  momentWords,
  partWords,
  pauseReasonWords,
  problemWords,
  readerName,
} from './operations-words.js';

export interface OperationsMaterial {
  readonly state: OperationsState;
  /** Of accounts, by actor. */
  readonly names: (actor: string) => string;
  readonly parts: () => Pick<OneButtonView, 'csrf' | 'idempotencyKey'>;
  /** She may send failed mails again; others let go only what rests. */
  readonly maySendAgain: boolean;
}

export function operationsView(material: OperationsMaterial): OperationsView {
  const { state, maySendAgain } = material;
  const { at, mails } = state;
  const paused = state.parts.filter((part) => part.paused !== undefined);
  const restingCount = mails.resting.reduce((sum, { count }) => sum + count, 0);
  const unpaused = PAUSABLE_PARTS.length - paused.length;
  const mailsPaused = paused.some(({ part }) => part === 'mails');
  return {
    ...headingOf(state),
    pauses: [
      ...(mailsPaused
        ? []
        : [{ href: '/operations/pause?part=mails', label: 'Pause mails', look: 'primary' as const }]),
      ...(unpaused === 0
        ? []
        : [{ href: '/operations/pause?part=all', label: 'Pause all work', look: 'secondary' as const }]),
    ],
    ...(paused.length === 0 ? {} : { goOn: goOnAll(material, paused) }),
    troubles: troublesOf(state),
    work: state.parts.map((part) => rowOf(part, material)),
    readers: state.readers.map(({ name, behind, idle, problem }) => ({
      name,
      label: readerName(name),
      behind: behindWords(behind),
      moved: idle === undefined ? '' : agoWords(idle),
      ...(problem === undefined ? {} : { problem }),
    })),
    mails: mailRows(state),
    ...(restingCount > 0 || (mails.failed > 0 && maySendAgain)
      ? { tryAgain: { action: '/operations/try-again', label: 'Try again now', ...material.parts() } }
      : {}),
    ...(mails.failed > 0 && maySendAgain
      ? { failedMails: { href: '/outbox?status=failed', label: 'Every failed mail, made good or not' } }
      : {}),
    servers: serverRows(state),
    acts: state.acts.map((act) => actView(act, at, material.names)),
  };
}

/** What is most in the way is the heading. */
function headingOf(state: OperationsState): Pick<OperationsView, 'heading' | 'lead'> {
  const { workers, at } = state;
  const waits = 'Nothing is lost: what is due waits in the database and goes when they run again.';
  if (workers.running === 0) {
    if (workers.lastSeenAt === undefined) return { heading: 'Workers: not seen yet', lead: waits };
    const since = momentWords(workers.lastSeenAt, at);
    const how = workers.closed === true ? 'They were closed. ' : 'They fell silent. ';
    return { heading: `Workers: not seen since ${since}`, lead: how + waits };
  }
  const paused = state.parts.filter((part) => part.paused !== undefined);
  if (paused.length > 0) {
    const names = paused.map(({ part }) => partWords[part].name);
    const all = names.length === PAUSABLE_PARTS.length;
    return {
      heading: all ? 'All work is paused' : `Paused: ${names.join(', ')}`,
      lead: 'What is due waits in the database until somebody lets it go on; a restart does not change that.',
    };
  }
  const processes = counted(workers.running, 'process of workers runs', 'processes of workers run');
  return {
    heading: troublesOf(state).length === 0 ? 'Everything runs' : 'Something needs a look',
    lead: `${processes}. As of ${fullMoment(at)}.`,
  };
}

function troublesOf(state: OperationsState): readonly string[] {
  const { mailServer, store, readers, mails, queuesAnswer } = state;
  const still = readers.filter(({ problem }) => problem !== undefined);
  const inTrouble = state.parts.filter((part) => isInTrouble(part));
  return [
    ...(store.answers ? [] : [`The event log does not answer. ${reason(store.code)}`]),
    ...(queuesAnswer ? [] : ['The server of the queues does not answer the workers.']),
    ...(mailServer === undefined || mailServer.answers
      ? []
      : [`The mail server does not answer. ${reason(mailServer.code)}`]),
    ...still.map(({ name }) => `${readerName(name)} stands still. See below.`),
    ...inTrouble.map(({ part }) => `${partWords[part].name}: the last try failed.`),
    ...mails.resting
      .filter(({ reason: code }) => code !== 'bounced')
      .map(
        ({ reason: code, count }) =>
          `${counted(count, 'mail waits', 'mails wait')} to be tried again: ${lower(problemWords(code))}.`,
      ),
    ...(mails.failed === 0 ? [] : [`${counted(mails.failed, 'mail')} failed and reached nobody since.`]),
  ];
}

const reason = (code: string | undefined) => (code === undefined ? '' : `${problemWords(code)}.`);

/** Its last try failed, and none since went well. */
const isInTrouble = ({ problem, ranAt }: PartState): boolean =>
  problem !== undefined && (ranAt === undefined || problem.at > ranAt);

function rowOf(part: PartState, material: OperationsMaterial): WorkRowView {
  const { state, names } = material;
  const { at } = state;
  const { name, does } = partWords[part.part];
  const { queue, problem, paused } = part;
  const inUse = part.ranAt !== undefined || problem !== undefined || paused !== undefined;
  return {
    part: part.part,
    name,
    does,
    state: tagOf(part, state, inUse),
    waiting: queue === undefined ? '' : String(queue.waiting),
    active: queue === undefined ? '' : String(queue.active),
    later: queue === undefined ? '' : String(queue.delayed),
    oldest: oldestOf(part, state),
    failed: part.failures === 0 ? '' : String(part.failures),
    looked: part.ranAt === undefined ? '' : momentWords(part.ranAt, at),
    notes: [
      ...(paused === undefined
        ? []
        : [
            `Paused by ${names(paused.actor)}, ${momentWords(paused.at, at)}: ${lower(pauseReasonWords[paused.reason])}`,
          ]),
      ...(problem === undefined
        ? []
        : [`Last error ${momentWords(problem.at, at)}: ${problem.said}. ${problemWords(problem.code)}`]),
    ],
    ...(!part.mayBePaused || paused !== undefined || !inUse
      ? {}
      : {
          pause: {
            href: `/operations/pause?part=${part.part}`,
            label: 'Pause',
            labelMore: lower(name),
          },
        }),
    ...(paused === undefined ? {} : { goOn: goOn(material, part.part, name) }),
  };
}

function tagOf(part: PartState, { workers }: OperationsState, inUse: boolean): TagView {
  if (part.paused !== undefined) return { tone: 'amber', text: 'Paused' };
  if (workers.running === 0) return { tone: 'red', text: 'Not running' };
  if (!inUse) return { tone: 'grey', text: 'Not in use' };
  return isInTrouble(part) ? { tone: 'red', text: 'In trouble' } : { tone: 'green', text: 'Runs' };
}

function oldestOf({ part, queue }: PartState, { mails, at }: OperationsState): string {
  if (part === 'mails' && mails.oldestDueAt !== undefined) {
    return ageWords(Math.max(0, Math.round((Date.parse(at) - Date.parse(mails.oldestDueAt)) / 1_000)));
  }
  return queue?.oldest === undefined ? '' : ageWords(queue.oldest);
}

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

const goOn = ({ parts }: OperationsMaterial, part: WorkPart, name: string): OneButtonView => ({
  action: '/operations/resume',
  label: 'Go on',
  labelMore: name,
  look: 'link',
  hidden: { part },
  ...parts(),
});

function goOnAll({ parts }: OperationsMaterial, paused: readonly PartState[]): OneButtonView {
  const [first] = paused;
  const one = paused.length === 1 && first !== undefined ? first.part : undefined;
  return {
    action: '/operations/resume',
    label: one === undefined ? 'Go on with all' : 'Go on',
    look: 'primary',
    hidden: { part: one ?? 'all' },
    ...parts(),
  };
}

function mailRows({ mails, at, mailServer }: OperationsState): readonly SummaryRow[] {
  return [
    { key: 'Due now', value: counted(mails.due, 'mail') },
    ...(mails.oldestDueAt === undefined
      ? []
      : [{ key: 'Oldest', value: `due ${momentWords(mails.oldestDueAt, at)}` }]),
    ...mails.resting.map(({ reason: code, count }) => ({
      key: code === 'bounced' ? 'Wait for an address' : 'Tried again later',
      value: code === 'bounced' ? counted(count, 'mail') : `${counted(count, 'mail')}: ${problemWords(code)}`,
    })),
    {
      // The list of mails keeps every failed one: what a later mail made good, and one person's tries, are not counted here.
      key: 'Failed, nothing arrived since',
      value: mails.failed === 0 ? 'None in two weeks' : `${counted(mails.failed, 'mail')} in two weeks`,
    },
    {
      key: 'Last sent',
      value: mails.lastSentAt === undefined ? 'None yet' : momentWords(mails.lastSentAt, at),
    },
    ...(mailServer === undefined
      ? [{ key: 'Where', value: 'They stay in the outbox: no mail server is named.' }]
      : []),
  ];
}

function serverRows({ mailServer, store, queuesAnswer }: OperationsState): readonly SummaryRow[] {
  const said = (answers: boolean, code?: string) =>
    answers ? 'Answers' : ['Does not answer.', reason(code)].filter(Boolean).join(' ');
  return [
    {
      key: 'Mail server',
      value: mailServer === undefined ? 'None is named' : said(mailServer.answers, mailServer.code),
    },
    { key: 'Event log', value: `${said(store.answers, store.code)} (${store.kind})` },
    { key: 'Queues', value: said(queuesAnswer) },
  ];
}

function actView(
  { act, parts, reason: code, actor, at }: KeptAct,
  now: string,
  names: OperationsMaterial['names'],
): ActView {
  const all = parts.length === PAUSABLE_PARTS.length;
  const what = all
    ? 'All work'
    : parts.map((part) => (isPart(part) ? partWords[part].name : part)).join(', ');
  const did =
    act === 'try-again'
      ? 'Mails tried again'
      : act === 'resume'
        ? `${what}: goes on`
        : `${what}: paused${code === undefined ? '' : `. ${pauseReasonWords[code]}`}`;
  return { key: `${at} ${act} ${parts.join(' ')}`, at, when: momentWords(at, now), did, who: names(actor) };
}

const isPart = (part: string): part is WorkPart => part in partWords;
