import { officeOnly, type ProgrammeCommand } from './commands.js';

const whoDecides: Readonly<Record<ProgrammeCommand['type'], 'office' | 'coordinator'>> = {
  ProposeProgramme: 'office',
  JoinProgramme: 'office',
  StartProgramme: 'office',
  PauseProgramme: 'office',
  ResumeProgramme: 'office',
  LeaveNetwork: 'office',
  ChangeArea: 'office',
  AppointCoordinator: 'office',
  EndCoordinator: 'office',
  ChangeDetails: 'coordinator',
  SetMailbox: 'coordinator',
  TurnSwitch: 'coordinator',
  TurnDigest: 'coordinator',
  ChangeSteps: 'coordinator',
  OpenYear: 'coordinator',
  ChangeRecruitment: 'coordinator',
  SetPriorities: 'coordinator',
  SetResources: 'coordinator',
  EnterTermDates: 'coordinator',
  DeclareDisruption: 'coordinator',
  LiftDisruption: 'coordinator',
  SetFacilitatorTitle: 'coordinator',
  ChangeMailWording: 'coordinator',
  UseWordingAgain: 'coordinator',
  DropMailWording: 'coordinator',
  HoldMails: 'coordinator',
  ReleaseMails: 'coordinator',
  ChangeMailRule: 'coordinator',
};

it('whether a programme exists, where it is and who coordinates it is decided by the national office alone', () => {
  const ofOffice = Object.entries(whoDecides).flatMap(([type, who]) => (who === 'office' ? [type] : []));
  expect([...officeOnly].toSorted()).toEqual(ofOffice.toSorted());
});
