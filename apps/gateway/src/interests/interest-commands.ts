import type { Type } from '@nestjs/common';
import type { InterestRequest } from '@linking/application/interests/interest-commands.js';
import type { InterestEventName } from '@linking/events/interest/interest-events.js';
import { exampleIds } from '../api-docs/example-ids.js';
import type { RoutedCommand } from '../http/command-routes.js';
import * as bodies from './interest-bodies.dto.js';
import { WithdrawInterestBody, interestExamples } from './interests.dto.js';

/** What every command of an interest may carry. */
interface Said {
  readonly occurredOn?: string;
  readonly note?: string;
}

/** One command of an interest. */
export interface InterestApiCommand extends RoutedCommand {
  readonly body: Type<Said>;
  readonly request: (asked: object) => InterestRequest;
  readonly events: readonly InterestEventName[];
}

function command<Body extends Said>(
  name: string,
  body: Type<Body>,
  request: (asked: Omit<Body, keyof Said>) => InterestRequest,
  about: Pick<InterestApiCommand, 'summary' | 'events' | 'example'>,
): InterestApiCommand {
  // The route hands over what it checked as this very class.
  return { name, body, request: request as InterestApiCommand['request'], ...about };
}

const classId = exampleIds.waitingClass;

export const interestCommands: readonly InterestApiCommand[] = [
  command('place', bodies.PlaceInterestBody, (asked) => ({ type: 'PlaceInterest', ...asked }), {
    summary: 'The national office finds the programme',
    events: ['InterestRouted'],
    example: { programme: 'kent', note: 'Rang the head: Kent is near enough.' },
  }),
  command('hand-over', bodies.HandOverInterestBody, (asked) => ({ type: 'HandOverInterest', ...asked }), {
    summary: 'Another programme takes it',
    events: ['InterestHandedOver'],
    example: { programme: 'kent', reasonCode: 'outside-our-area' },
  }),
  command('keep', bodies.ReasonedInterestBody, (asked) => ({ type: 'KeepInterest', ...asked }), {
    summary: 'It stays where it is, with a reason',
    events: ['InterestKept'],
    example: { reasonCode: 'programme-being-set-up' },
  }),
  command('decline', bodies.ReasonedInterestBody, (asked) => ({ type: 'DeclineInterest', ...asked }), {
    summary: 'No programme can take the school',
    events: ['InterestDeclined'],
    example: { reasonCode: 'no-programme-near', note: 'Told the head on the phone.' },
  }),
  command(
    'change-head',
    bodies.ChangeInterestHeadBody,
    (asked) => ({ type: 'ChangeInterestHead', ...asked }),
    {
      summary: 'The school has another headteacher',
      events: ['InterestHeadChanged'],
      example: { head: { name: 'Nora Hill', email: 'head@st-marys.example' } },
    },
  ),
  command('offer-class', bodies.OfferClassBody, (offered) => ({ type: 'OfferClass', offered }), {
    summary: 'The school offers a class more',
    events: ['ClassOffered'],
    example: { yearGroups: [4], pupilCount: 30, placeholder: true },
  }),
  command(
    'change-class',
    bodies.ChangeOfferedClassBody,
    (asked) => ({ type: 'ChangeOfferedClass', ...asked }),
    {
      summary: 'Name, year groups, pupils or teachers of a class that waits',
      events: ['OfferedClassChanged'],
      example: { classId, name: '4 Ash', pupilCount: 27 },
    },
  ),
  command('withdraw-class', bodies.WithdrawClassBody, (asked) => ({ type: 'WithdrawClass', ...asked }), {
    summary: 'The school offers one class no more',
    events: ['ClassWithdrawn'],
    example: { classId, reasonCode: 'no-teacher' },
  }),
  command('withdraw', WithdrawInterestBody, (asked) => ({ type: 'WithdrawInterest', ...asked }), {
    summary: 'A school takes its interest back',
    events: ['InterestWithdrawn'],
    example: interestExamples.withdraw,
  }),
];
