import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import type { ClassSurroundings, Propose } from '@linking/domain/link/commands.js';
import type { Interest, InterestClass } from '@linking/domain/interest/interest.js';
import { Refusal } from '@linking/domain/refusal.js';
import { differenceProfile } from '@linking/domain/schools/difference-profile.js';
import { linksOfClass } from '@linking/projections/link-board/link-board-queries.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { EventWriter } from '../../commands/event-writer.js';
import type { Keeping } from '../../commands/keeping.js';
import { readInterest } from '../../interests/read-interest.js';
import { notesById } from '../../notes/notes.js';
import { schoolsByUrn, type School } from '../../schools/find-schools.js';
import { closedSchool } from '../../schools/successor-of.js';
import { holderOf } from '../class-claims.js';
import { refOfCommand } from '../link-numbers.js';
import { linkedBefore } from '../linked-before.js';
import type { LinkProposal } from '../propose-link.js';
import { continuedLink } from './prepare-continuation.js';

type Offer = LinkProposal['a'];

/** Copies both interests, freezes the difference of the schools, and looks at the world around the two classes. */
export async function prepareProposal(
  proposal: LinkProposal,
  programme: Programme,
  keeping: Keeping,
): Promise<Omit<Propose, 'ref'>> {
  const { pool, writer, sender } = keeping;
  const { continuesFrom } = proposal;
  const continued = continuesFrom === undefined ? undefined : await continuedLink(continuesFrom, keeping);
  const [interestA, interestB] = await Promise.all([
    offeredInterest(writer, proposal.a),
    offeredInterest(writer, proposal.b),
  ]);
  if (interestA.programme !== proposal.programme) {
    throw new Refusal(
      'NOT_YOUR_PROGRAMME',
      'Class a has to be one of the programme that proposes the link.',
      {
        nextStep: 'A class of another programme can only be class b.',
      },
    );
  }
  const urns = [interestA.urn, interestB.urn] as const;
  const schools = await schoolsByUrn(pool, urns);
  const [schoolA, schoolB] = [schools.get(urns[0]), schools.get(urns[1])];
  const today = writer.today();
  const profile = differenceProfile(schoolA, schoolB);
  const { distanceKm: km } = profile;
  const linkedBeforeRef = (await linkedBefore(pool, urns[0], [urns[1]], proposal.year)).get(urns[1])?.ref;
  const around = { pool, store: writer.store, today, commandId: sender.commandId, left: continuesFrom };
  const partner = interestB.programme === proposal.programme ? undefined : interestB.programme;
  return {
    type: 'Propose',
    programme: proposal.programme,
    ...(partner === undefined ? {} : { partnerProgramme: partner }),
    year: proposal.year,
    kind: proposal.kind,
    a: copiedInterest(interestA, proposal.a),
    b: copiedInterest(interestB, proposal.b),
    reasons: [],
    differenceProfile: profile,
    ...stepsVersionOf(programme),
    ...(continuesFrom === undefined ? {} : { continuesFrom }),
    surroundings: {
      a: await surroundingsOf(interestA, proposal.a, schoolA, around),
      b: await surroundingsOf(interestB, proposal.b, schoolB, around),
      ...(km === undefined ? {} : { distanceKm: km }),
      ...(programme.distanceLimitKm === undefined ? {} : { distanceLimitKm: programme.distanceLimitKm }),
      ...(linkedBeforeRef === undefined ? {} : { linkedBeforeRef }),
      ...(continued === undefined ? {} : { continued }),
      sameTrust: schoolA?.trustCode !== undefined && schoolA.trustCode === schoolB?.trustCode,
    },
  };
}

/** The link keeps the steps that hold today, whatever the programme changes later. */
function stepsVersionOf({ stepsVersions }: Programme): Pick<Propose, 'stepsVersion'> {
  const last = stepsVersions.at(-1);
  return last === undefined ? {} : { stepsVersion: last.version };
}

async function offeredInterest(writer: EventWriter, { interestId }: Offer): Promise<Interest> {
  const { interest } = await readInterest(writer.store, interestId);
  if (interest.revision > 0) return interest;
  throw new Refusal('INTEREST_UNKNOWN', `There is no interest ${interestId}.`, {
    nextStep: 'Take the interestId from the waiting list.',
  });
}

const offeredClass = (interest: Interest, { classId }: Offer): InterestClass | undefined =>
  interest.classes.find((offered) => offered.classId === classId);

function copiedInterest(interest: Interest, offer: Offer): Propose['a'] {
  const offered = offeredClass(interest, offer);
  if (offered === undefined)
    throw new Refusal('CLASS_NOT_OFFERED', 'This interest does not offer that class.', {
      nextStep: 'Take the class from the waiting list.',
    });
  const { linkRefs: _, withdrawn: __, ...facts } = offered;
  return {
    ...facts,
    interestId: interest.id,
    interestRevision: interest.revision,
    urn: interest.urn,
    headId: interest.headId,
    expressedOn: interest.expressedOn,
    channel: interest.channel,
    priorities: interest.priorities,
  };
}

interface Around {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly today: string;
  readonly commandId: string;
  /** The link that a class comes from, which may not have let it go everywhere yet. */
  readonly left: string | undefined;
}

async function surroundingsOf(
  interest: Interest,
  offer: Offer,
  school: School | undefined,
  { pool, store, today, commandId, left }: Around,
): Promise<ClassSurroundings> {
  const offered = offeredClass(interest, offer);
  const nameId = offered?.classNameId;
  const name = (await notesById(pool, [nameId])).get(nameId ?? '');
  const years = offered?.yearGroups.join('/') ?? '';
  const holder = await holderOf({ pool, store }, offer.classId);
  const known = [...(offered?.linkRefs ?? []), ...(await linksOfClass(pool, offer.classId))];
  const all = holder === undefined ? known : [...known, holder];
  // Asked last: another try of this command, here or in another process, has its number before it holds a class.
  const ownRef = await refOfCommand(pool, commandId);
  const otherLinkRefs = [...new Set(all)].filter((ref) => ref !== left && ref !== ownRef);
  const closed = school && (await closedSchool(pool, school, today));
  const stuck = closed !== undefined && closed.successors.length !== 1;
  return {
    schoolName: school?.name ?? interest.urn,
    className: name ?? `The Year ${years} class`,
    year: interest.year,
    interestWithdrawn: interest.withdrawn || interest.declined || offered?.withdrawn === true,
    offered: offered !== undefined,
    otherLinkRefs,
    ...(stuck ? { closedOn: closed.closedOn ?? today, successors: closed.successors } : {}),
  };
}
