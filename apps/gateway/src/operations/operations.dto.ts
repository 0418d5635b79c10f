import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { OperationsState } from '@linking/application/operations/read-operations.js';
import {
  PAUSE_REASONS,
  WORK_PARTS,
  type PausablePart,
  type PauseReason,
} from '@linking/application/operations/work-parts.js';
import { OneOf } from '../http/fields.js';
import {
  ShowsInstant,
  ShowsList,
  ShowsObject,
  ShowsOneOf,
  ShowsSomeOf,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
  ShowsYesNo,
} from '../http/shown.js';
import { PARTS_OR_ALL, type PartOrAll } from './operations.js';

/** The `{part}` of an address. */
export class PartAddress {
  @ApiProperty({ type: String, enum: PARTS_OR_ALL })
  @IsIn(PARTS_OR_ALL, { message: `The part is one of ${PARTS_OR_ALL.join(', ')}.` })
  part: PartOrAll;
}

export class PauseWorkBody {
  @OneOf(PAUSE_REASONS)
  reasonCode: PauseReason;
}

export const pauseExample: PauseWorkBody = { reasonCode: 'maintenance' };

class WorkersAnswer {
  @ShowsWhole({ description: 'Processes that told of themselves within seconds.' })
  running: number;

  @ShowsInstant({ optional: true })
  lastSeenAt?: string;

  @ShowsYesNo({ optional: true, description: 'The last one was closed in good order.' })
  closed?: boolean;
}

class QueueAnswer {
  @ShowsWhole()
  waiting: number;

  @ShowsWhole()
  active: number;

  @ShowsWhole({ description: 'They wait for another try.' })
  delayed: number;

  @ShowsWhole({ optional: true, description: 'Seconds for which the oldest has waited.' })
  oldest?: number;
}

class ProblemAnswer {
  @ShowsText()
  said: string;

  @ShowsText()
  code: string;

  @ShowsInstant()
  at: string;
}

class StandingPauseAnswer {
  @ShowsOneOf(PAUSE_REASONS)
  reason: PauseReason;

  @ShowsInstant()
  at: string;

  @ShowsText()
  actor: string;
}

class PartAnswer {
  @ShowsOneOf(WORK_PARTS)
  part: string;

  @ShowsYesNo()
  mayBePaused: boolean;

  @ShowsObject(StandingPauseAnswer, { optional: true })
  paused?: StandingPauseAnswer;

  @ShowsInstant({ optional: true, description: 'When it last looked for work.' })
  ranAt?: string;

  @ShowsWhole({ description: 'Since the running workers began.' })
  failures: number;

  @ShowsObject(ProblemAnswer, { optional: true })
  problem?: ProblemAnswer;

  @ShowsObject(QueueAnswer, { optional: true, description: 'As the workers last saw it.' })
  queue?: QueueAnswer;
}

class ReaderAnswer {
  @ShowsText()
  name: string;

  @ShowsWhole({ description: 'Events that it has not read yet; at most 1000 are counted.' })
  behind: number;

  @ShowsWhole({ optional: true, description: 'Seconds since it last read on.' })
  idle?: number;

  @ShowsText({ optional: true, description: 'Why it stands still.' })
  problem?: string;
}

class RestingAnswer {
  @ShowsText()
  reason: string;

  @ShowsWhole()
  count: number;
}

class MailsNowAnswer {
  @ShowsWhole()
  due: number;

  @ShowsInstant({ optional: true })
  oldestDueAt?: string;

  @ShowsList(RestingAnswer)
  resting: readonly RestingAnswer[];

  @ShowsWhole({ description: 'Within two weeks, without a later mail that arrived.' })
  failed: number;

  @ShowsInstant({ optional: true })
  lastSentAt?: string;
}

class AnsweringAnswer {
  @ShowsYesNo()
  answers: boolean;

  @ShowsText({ optional: true, description: 'Why not, as a code.' })
  code?: string;
}

class StoreAnswer extends AnsweringAnswer {
  @ShowsOneOf(['PostgreSQL', 'KurrentDB'])
  kind: 'PostgreSQL' | 'KurrentDB';
}

class ActAnswer {
  @ShowsOneOf(['pause', 'resume', 'try-again'])
  act: 'pause' | 'resume' | 'try-again';

  @ShowsTexts()
  parts: readonly string[];

  @ShowsOneOf(PAUSE_REASONS, { optional: true })
  reason?: PauseReason;

  @ShowsText()
  actor: string;

  @ShowsInstant()
  at: string;
}

export class OperationsAnswer implements OperationsState {
  @ShowsInstant()
  at: string;

  @ShowsObject(WorkersAnswer)
  workers: WorkersAnswer;

  @ShowsYesNo()
  queuesAnswer: boolean;

  @ShowsList(PartAnswer)
  parts: OperationsState['parts'];

  @ShowsList(ReaderAnswer)
  readers: readonly ReaderAnswer[];

  @ShowsObject(MailsNowAnswer)
  mails: MailsNowAnswer;

  @ShowsObject(AnsweringAnswer, { optional: true, description: 'Absent where no mail leaves the machine.' })
  mailServer?: AnsweringAnswer;

  @ShowsObject(StoreAnswer)
  store: StoreAnswer;

  @ShowsList(ActAnswer)
  acts: readonly ActAnswer[];
}

export class PausesAnswer {
  @ShowsSomeOf(PARTS_OR_ALL, { description: 'What this changed; empty when it stood so already.' })
  changed: readonly PausablePart[];
}

export class TriedAgainAnswer {
  @ShowsWhole({ description: 'Mails that rested and go now.' })
  released: number;

  @ShowsWhole({ description: 'Failed mails that are sent once more; by the national office alone.' })
  sentAgain: number;

  @ShowsWhole({ description: 'Failed mails that do not go again.' })
  left: number;
}
