import type { PersonInBody } from '@linking/application/people/people.js';
import type { TeacherInBody } from '@linking/application/links/link-request.js';
import { Code, Count, Id, Line, LooseDay, Note, Slug, YearGroups, YesNo } from '../http/fields.js';
import { PersonField, TeacherList } from '../http/people.dto.js';
import { OfferedClassBody } from './interests.dto.js';

/** What every command of an interest may carry. */
class InterestSaidBody {
  @LooseDay({ optional: true })
  occurredOn?: string;

  @Note()
  note?: string;
}

export class PlaceInterestBody extends InterestSaidBody {
  @Slug()
  programme: string;
}

export class HandOverInterestBody extends PlaceInterestBody {
  @Code()
  reasonCode: string;
}

export class ReasonedInterestBody extends InterestSaidBody {
  @Code()
  reasonCode: string;
}

export class ChangeInterestHeadBody extends InterestSaidBody {
  @PersonField()
  head: PersonInBody;
}

export class OfferClassBody extends OfferedClassBody {
  @LooseDay({ optional: true })
  occurredOn?: string;

  @Note()
  note?: string;
}

export class ChangeOfferedClassBody extends InterestSaidBody {
  @Id()
  classId: string;

  @Line(300, { optional: true, description: 'A class that gets a name is a placeholder no more.' })
  name?: string;

  @YearGroups({ optional: true })
  yearGroups?: number[];

  @Count(0, 200, { optional: true })
  pupilCount?: number;

  @TeacherList({ optional: true })
  teachers?: TeacherInBody[];

  @YesNo({ optional: true })
  placeholder?: boolean;
}

export class WithdrawClassBody extends ReasonedInterestBody {
  @Id()
  classId: string;
}
