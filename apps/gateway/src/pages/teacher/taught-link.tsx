import { TwoClasses } from '../agreement/agreement-text.js';
import { ButtonLink, OneButton } from '../components/button.js';
import { DateTile } from '../components/date-tile.js';
import { Check } from '../components/icons.js';
import { Tag } from '../components/tag.js';
import { shortDay } from '@linking/words/format.js';
import type {
  PartnerTeacherView,
  RecordedView,
  TaughtLinkView,
  TeacherNextView,
  YearStepView,
} from './teacher-view.js';

/** One class of hers: what is next, who the partner is, the year, and what is recorded. */
export function TaughtLink({ link }: { readonly link: TaughtLinkView }) {
  return (
    <section class="taught" aria-labelledby={`heading-${link.id}`}>
      <h2 class="heading heading--m" id={`heading-${link.id}`}>
        {link.heading} {link.tag && <Tag tag={link.tag} />}
      </h2>
      {link.partner && <TwoClasses pair={{ own: link.own, partner: link.partner }} />}
      <Next title="Next" next={link.next} />
      {link.sendToo && <Next title="Also now" next={link.sendToo} />}
      <div class="card">
        <h3 class="card__title">Your partner</h3>
        {link.partnerNote !== undefined && <p class="muted">{link.partnerNote}</p>}
        {link.partnerTeachers.map((teacher) => (
          <Partner key={teacher.name} teacher={teacher} />
        ))}
      </div>
      {link.steps.length > 0 && (
        <div class="card">
          <h3 class="card__title">The year</h3>
          <Steps steps={link.steps} />
        </div>
      )}
      <Recorded link={link} />
    </section>
  );
}

function Next({ title, next }: { readonly title: string; readonly next: TeacherNextView }) {
  return (
    <div class="card teacher-next">
      <h3 class="card__title">{title}</h3>
      <div class="teacher-next__what">
        {next.on !== undefined && <DateTile day={next.on} />}
        <div>
          <p class="teacher-next__sentence">{next.sentence}</p>
          {next.detail !== undefined && <p class="muted">{next.detail}</p>}
        </div>
      </div>
      {next.buttons.map((button) => (
        <OneButton key={button.label} view={button} />
      ))}
      {next.onward && <ButtonLink href={next.onward.href}>{next.onward.label}</ButtonLink>}
      {next.also && (
        <a href={next.also.href} class="link link--tall">
          {next.also.label}
        </a>
      )}
    </div>
  );
}

function Partner({ teacher }: { readonly teacher: PartnerTeacherView }) {
  return (
    <p class="partner">
      <strong>{teacher.name}</strong>
      {teacher.email !== undefined && (
        <a href={`mailto:${teacher.email}`} class="link link--tall">
          {teacher.email}
        </a>
      )}
      {teacher.phone !== undefined && (
        <a href={`tel:${teacher.phone.replaceAll(' ', '')}`} class="link link--tall">
          {teacher.phone}
        </a>
      )}
    </p>
  );
}

const stateWords = { done: 'done', next: 'next', ahead: 'still to come', skipped: 'left out' };

/** The state is in words too, so that it does not hang on colour. */
function Steps({ steps }: { readonly steps: readonly YearStepView[] }) {
  return (
    <ol class="year">
      {steps.map((step, index) => (
        <li
          key={step.name}
          class={`year__step year__step--${step.state}`}
          aria-current={step.state === 'next' ? 'step' : undefined}
        >
          <span class="year__circle" aria-hidden="true">
            {step.state === 'done' ? <Check /> : index + 1}
          </span>
          <div class="year__words">
            <strong class="year__name">{step.name}</strong>
            <span class="govuk-visually-hidden">, {stateWords[step.state]}</span>
            <span class="year__when">{step.when}</span>
            {step.details.map((detail) => (
              <span key={detail} class="year__detail">
                {detail}
              </span>
            ))}
            {step.actions.map((action) => (
              <a key={action.href} href={action.href} class="link link--tall">
                {action.label}
              </a>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Recorded({ link }: { readonly link: TaughtLinkView }) {
  return (
    <div class="card">
      <h3 class="card__title">Recorded so far</h3>
      {link.recorded.length === 0 ? (
        <p class="muted">Nothing yet. What both classes do appears here.</p>
      ) : (
        <ul class="lines">
          {link.recorded.map((entry) => (
            <RecordedLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <p class="taught__wrong">
        Was something recorded wrongly? Nothing is lost: tell your local facilitator, who corrects it.
      </p>
      <a href={link.somethingWrong.href} class="link link--tall">
        {link.somethingWrong.label}
        <span class="govuk-visually-hidden">: link {link.ref}</span>
      </a>
    </div>
  );
}

function RecordedLine({ entry }: { readonly entry: RecordedView }) {
  return (
    <li class="lines__item">
      <span class="lines__moment">{shortDay(entry.on)}</span>
      <strong>{entry.headline}</strong>
      {entry.details.map((detail) => (
        <span key={detail} class="lines__small">
          {detail}
        </span>
      ))}
      <span class="lines__small">{entry.who}</span>
    </li>
  );
}
