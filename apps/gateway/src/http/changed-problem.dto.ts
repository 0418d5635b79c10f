import { ProblemBody } from './problem.dto.js';
import { ShowsInstant, ShowsList, ShowsText, ShowsTextOrNull, ShowsWhole } from './shown.js';

class ChangeSinceAnswer {
  @ShowsWhole()
  revision: number;
  @ShowsText()
  type: string;
  @ShowsInstant()
  recordedAt: string;
  @ShowsText()
  actor: string;
}

/** A 412: what happened since the revision that was seen. */
export class ChangedProblem extends ProblemBody {
  @ShowsWhole()
  currentRevision: number;
  @ShowsTextOrNull({ description: 'The name of who changed it last.' })
  changedBy: string | null;
  @ShowsList(ChangeSinceAnswer)
  changes: ChangeSinceAnswer[];
}
