import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { Refusal } from '../refusal.js';
import { checkArea } from './areas.js';
import type { ProgrammeCommand } from './commands.js';
import { appointCoordinator, endCoordinator } from './coordinators.js';
import { declareDisruption, liftDisruption } from './disruptions.js';
import { changeMailRule } from './mail-rules.js';
import { holdMails, releaseMails } from './hold-mails.js';
import { leave, pause, resume, start } from './lifecycle.js';
import { wantsDigest, type Programme } from './programme.js';
import { sameContent } from '../link/decided.js';
import { openYear } from './opening-year.js';
import { setPriorities } from './priorities.js';
import { changeRecruitment } from './recruitment.js';
import { changeSteps } from './steps.js';
import { enterTermDates } from './term-dates.js';
import { decideWording } from '../wording/wordings.js';

/** The facts that a command makes of a programme as it stands; none when it stands so already. */
export function decideProgramme(
  command: ProgrammeCommand,
  programme: Programme | undefined,
): readonly ProgrammeEvent[] {
  if (command.type === 'ProposeProgramme' || command.type === 'JoinProgramme')
    return begin(command, programme);
  if (programme === undefined) {
    throw new Refusal('PROGRAMME_UNKNOWN', 'There is no such programme.', {
      nextStep: 'Choose one of the list of programmes, or add it first.',
    });
  }
  if (programme.state === 'left' && command.type !== 'LeaveNetwork') {
    throw new Refusal('PROGRAMME_LEFT', `${programme.name} has left the network.`, {
      nextStep: 'What it did stays on record; nothing of it changes any more.',
    });
  }
  switch (command.type) {
    case 'StartProgramme':
      return start(programme);
    case 'PauseProgramme':
      return pause(programme, command.reasonCode);
    case 'ResumeProgramme':
      return resume(programme);
    case 'LeaveNetwork':
      return leave(programme, command.reasonCode);
    case 'ChangeArea': {
      const { type: _, others, ...area } = command;
      const { laCodes, districtCodes } = programme;
      if (sameContent(area, { laCodes, districtCodes })) return [];
      checkArea(area, others);
      return [{ type: 'AreaChanged', data: area }];
    }
    case 'ChangeDetails': {
      const { type: _, ...details } = command;
      const { name, hostOrganisation, aliases, distanceLimitKm } = programme;
      if (sameContent(details, { name, hostOrganisation, aliases, distanceLimitKm })) return [];
      return [{ type: 'ProgrammeDetailsChanged', data: details }];
    }
    case 'SetMailbox':
      if (programme.mailboxId === command.mailboxId) return [];
      return [{ type: 'MailboxSet', data: { mailboxId: command.mailboxId } }];
    case 'AppointCoordinator':
      return appointCoordinator(command, programme);
    case 'EndCoordinator':
      return endCoordinator(command, programme);
    case 'TurnSwitch': {
      const { switch: part, on } = command;
      if (programme.switches.includes(part) === on) return [];
      return [{ type: 'SwitchTurned', data: { switch: part, on } }];
    }
    case 'TurnDigest': {
      const { digest, on } = command;
      return wantsDigest(programme, digest) === on ? [] : [{ type: 'DigestTurned', data: { digest, on } }];
    }
    case 'ChangeSteps':
      return changeSteps(command.steps, programme);
    case 'OpenYear':
      return openYear(command, programme);
    case 'ChangeRecruitment': {
      const { type: _, ...recruitment } = command;
      return changeRecruitment(recruitment, programme);
    }
    case 'SetPriorities': {
      const { type: _, ...priorities } = command;
      return setPriorities(priorities, programme);
    }
    case 'SetResources': {
      const { resources } = command;
      if (sameContent(resources, programme.resources ?? [])) return [];
      return [{ type: 'ResourcesSet', data: { resources } }];
    }
    case 'EnterTermDates': {
      const { type: _, ...dates } = command;
      return enterTermDates(dates, programme);
    }
    case 'DeclareDisruption': {
      const { type: _, ...disruption } = command;
      return declareDisruption(disruption, programme);
    }
    case 'LiftDisruption':
      return liftDisruption(command.disruptionId, programme);
    case 'SetFacilitatorTitle': {
      const { noteId } = command;
      if (noteId === programme.facilitatorTitleId) return [];
      return [{ type: 'FacilitatorTitleSet', data: noteId === undefined ? {} : { noteId } }];
    }
    case 'ChangeMailWording':
    case 'UseWordingAgain':
    case 'DropMailWording':
      return decideWording(command, programme.wordings);
    case 'HoldMails': {
      const { type: _, today, ...hold } = command;
      return holdMails(hold, today, programme);
    }
    case 'ReleaseMails':
      return releaseMails(command.holdId, programme);
    case 'ChangeMailRule': {
      const { rule, on, days } = command;
      return changeMailRule(rule, { on, days }, programme);
    }
  }
}

type Beginning = Extract<ProgrammeCommand, { readonly type: 'ProposeProgramme' | 'JoinProgramme' }>;

/** One that has joined stays as it is. */
function begin(command: Beginning, programme: Programme | undefined): readonly ProgrammeEvent[] {
  const { type, others, ...facts } = command;
  if (programme !== undefined && (type === 'ProposeProgramme' || programme.state !== 'proposed')) return [];
  checkArea(facts, others);
  return [{ type: type === 'ProposeProgramme' ? 'ProgrammeProposed' : 'ProgrammeJoined', data: facts }];
}
