import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { CsrfField, IdempotencyField } from '../forms/hidden-fields.js';
import type { FindSchoolView, FoundSchoolView } from './public-form-view.js';
import { Problem } from './problem.js';
import { WriteTo } from './write-to.js';

const ACTION = '/interest';

/** The first step: which school is it? What was typed before goes along. */
export function FindSchool({ view }: { readonly view: FindSchoolView }) {
  const { q, schools, more, problem, writeTo } = view;
  return (
    <>
      {problem !== undefined && <Problem sentence={problem} box="q" />}
      <h1 class="heading heading--l">Link a class of your school</h1>
      <p class="lead">
        Schools Linking brings two classes from different communities together for a school year: they write
        to each other, meet, and visit each other’s schools. First find your school.
      </p>
      <div class="card">
        <SearchForm view={view} />
        {isCarrying(view) && <p class="muted lines__note">What you have typed into the form is kept.</p>}
      </div>
      {writeTo && <WriteTo to={writeTo} />}
      {schools.length > 0 && (
        <Card title={problem === undefined ? `Schools that match “${q}”` : 'Choose this one instead'}>
          <ul class="lines">
            {schools.map((school) => (
              <li key={school.urn} class="lines__item">
                <School school={school} view={view} />
              </li>
            ))}
          </ul>
          {more && (
            <p class="muted lines__note">
              There are more. Type the postcode or more of the name to find yours.
            </p>
          )}
        </Card>
      )}
    </>
  );
}

const isCarrying = ({ carried }: FindSchoolView) => Object.keys(carried).length > 0;

function SearchForm({ view }: { readonly view: FindSchoolView }) {
  const { q, problem } = view;
  const describedBy = problem === undefined ? 'q-hint' : 'q-hint q-error';
  return (
    <form method={isCarrying(view) ? 'post' : 'get'} action={ACTION} role="search" class="form">
      {isCarrying(view) && (
        <>
          <Carried view={view} />
          <input type="hidden" name="step" value="search" />
        </>
      )}
      <div class={`govuk-form-group${problem === undefined ? '' : ' govuk-form-group--error'}`}>
        <label class="govuk-label" for="q">
          Your school
        </label>
        <div id="q-hint" class="govuk-hint">
          Part of its name, its postcode, or its six-digit URN
        </div>
        {problem !== undefined && (
          <p id="q-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {problem}
          </p>
        )}
        <input class="govuk-input" id="q" name="q" type="search" value={q} aria-describedby={describedBy} />
      </div>
      <div class="form__buttons">
        <Button>Find my school</Button>
      </div>
    </form>
  );
}

function School({ school, view }: { readonly school: FoundSchoolView; readonly view: FindSchoolView }) {
  const { urn, name, place, closed } = school;
  if (closed !== undefined) {
    return (
      <>
        <span>{name}</span>
        <span class="lines__small">
          {place} · {closed}
        </span>
        <Choice urn={urn} label="See what it became" view={view} />
      </>
    );
  }
  return (
    <>
      <Choice urn={urn} label={name} view={view} />
      <span class="lines__small">{place}</span>
    </>
  );
}

/** A link, or a button once something was typed that must not be lost. */
function Choice({
  urn,
  label,
  view,
}: {
  readonly urn: string;
  readonly label: string;
  readonly view: FindSchoolView;
}) {
  if (!isCarrying(view)) {
    return (
      <a href={`${ACTION}?urn=${urn}`} class="link link--strong">
        {label}
      </a>
    );
  }
  return (
    <form method="post" action={ACTION} class="one-button">
      <Carried view={view} />
      <Button look="link" name="choose" value={urn}>
        {label}
      </Button>
    </form>
  );
}

function Carried({ view }: { readonly view: FindSchoolView }) {
  return (
    <>
      <CsrfField csrf={view.csrf} />
      <IdempotencyField idempotencyKey={view.idempotencyKey} />
      {Object.entries(view.carried).flatMap(([name, values]) =>
        [values]
          .flat()
          .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
    </>
  );
}
