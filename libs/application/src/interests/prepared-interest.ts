import type { InterestCommand } from '@linking/domain/interest/decide-interest.js';
import type { Interest } from '@linking/domain/interest/interest.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Keeping } from '../commands/keeping.js';
import { noteKey, notesById } from '../notes/notes.js';
import { personIdOf } from '../people/people.js';
import { openProgramme } from '../programmes/read-programme.js';
import type { InterestRequest } from './interest-commands.js';
import { newClass, teachersOf } from './offered-class.js';

type RequestOf<Type extends InterestRequest['type']> = Extract<InterestRequest, { readonly type: Type }>;

/** Words become keys and names become ids, kept once the command is accepted. */
export async function preparedInterest(
  request: InterestRequest,
  interest: Interest,
  keeping: Keeping,
): Promise<InterestCommand> {
  switch (request.type) {
    case 'ChangeInterestHead': {
      const head = { role: 'headteacher' as const, ...request.head };
      return { type: request.type, headId: await personIdOf(keeping, head, interest.urn, 'head') };
    }
    case 'OfferClass':
      return { type: request.type, offered: await newClass(request.offered, interest.urn, keeping) };
    case 'ChangeOfferedClass':
      return changedClass(request, interest, keeping);
    case 'PlaceInterest':
    case 'HandOverInterest':
      await openProgramme(keeping.writer.store, request.programme);
      return request;
    case 'KeepInterest':
    case 'DeclineInterest':
    case 'WithdrawClass':
    case 'PairClass':
    case 'ReleaseClass':
    case 'SucceedSchool':
    case 'WithdrawInterest':
      return request;
  }
}

/** What is not said stays as it is; a class that gets a name is a placeholder no more. */
async function changedClass(
  said: RequestOf<'ChangeOfferedClass'>,
  interest: Interest,
  keeping: Keeping,
): Promise<InterestCommand> {
  const known = interest.classes.find(({ classId }) => classId === said.classId);
  if (known === undefined) {
    throw new Refusal('CLASS_NOT_OFFERED', 'This interest does not offer that class.', {
      nextStep: 'Take the class from the interest’s own page.',
    });
  }
  const { linkRefs: _, withdrawn: __, classNameId: knownNameId, ...rest } = known;
  const name = said.name?.trim();
  const names = await notesById(keeping.pool, [knownNameId]);
  const renamed = name !== undefined && name !== '' && name !== names.get(knownNameId ?? '');
  const classNameId = renamed ? noteKey(keeping, 'class-name', name) : knownNameId;
  return {
    type: 'ChangeOfferedClass',
    offered: {
      ...rest,
      ...(classNameId === undefined ? {} : { classNameId }),
      yearGroups: said.yearGroups ?? known.yearGroups,
      pupilCount: said.pupilCount ?? known.pupilCount,
      placeholder: said.placeholder ?? (renamed ? false : known.placeholder),
      teachers:
        said.teachers === undefined ? known.teachers : await teachersOf(said.teachers, interest.urn, keeping),
    },
  };
}
