/**
 * The programmes of an account `u` on a London day, as an SQL expression. The account says for which programmes, the
 * appointment in a programme's stream from when until when; without an appointment the account alone decides. Every scope,
 * session and calendar asks this, so that a hand-over passes everything on in one night.
 * @param day the parameter that holds the day, such as `$2`
 */
export const programmesOnDuty = (day: string): string => `array(
  select owned from unnest(u.programmes) with ordinality as each (owned, place)
  where coalesce((
    select bool_or(c->>'from' <= ${day} and coalesce(c->>'until', '9999-12-31') >= ${day})
    from programmes p, jsonb_array_elements(p.coordinators) c
    where p.slug = owned and c->>'userId' = u.id::text), true)
  order by place)`;
