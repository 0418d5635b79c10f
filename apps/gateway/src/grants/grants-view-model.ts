import type { GrantDetails } from '@linking/application/grants/seen-grants.js';
import { deliveredOn } from '@linking/domain/grant/grant.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { capital, codeText, listText } from '@linking/words/link-terms.js';
import type { TagView } from '../pages/components/tag.js';
import { counted, longDay } from '@linking/words/format.js';
import type { GrantListView, GrantView } from '../pages/grants/grant-pages.js';

type Names = (slug: string) => string;

export const namesOf =
  (programmes: readonly Pick<Programme, 'slug' | 'name'>[]): Names =>
  (slug) =>
    programmes.find((one) => one.slug === slug)?.name ?? capital(slug.replaceAll('-', ' '));

const lastDay = ({ ended, until }: GrantDetails) => ended?.on ?? until;

function stateOf(grant: GrantDetails, today: string): TagView {
  if (lastDay(grant) < today) return { tone: 'grey', text: 'Over' };
  return grant.from > today ? { tone: 'blue', text: 'To come' } : { tone: 'green', text: 'Pays now' };
}

const programmesText = ({ programmes }: GrantDetails, name: Names) =>
  programmes === 'all' ? 'All programmes' : listText(programmes.map(name));

const paysText = ({ pays }: GrantDetails) =>
  pays.length === 0 ? 'Not said' : capital(listText(pays.map((one) => codeText(one))));

/** The next one that was not delivered yet. */
const nextReport = (grant: GrantDetails, today: string) =>
  grant.reportsDue.find((day) => day >= today && deliveredOn(grant, day) === undefined);

export function grantListView(
  grants: readonly GrantDetails[],
  { name, today, mayAdd }: { readonly name: Names; readonly today: string; readonly mayAdd: boolean },
): GrantListView {
  const now = grants.filter((grant) => stateOf(grant, today).text === 'Pays now').length;
  return {
    lead: `${counted(grants.length, 'grant')}, ${now} of them ${now === 1 ? 'pays' : 'pay'} now.`,
    rows: grants.map((grant) => {
      const report = nextReport(grant, today);
      return {
        id: grant.id,
        href: `/funders/${grant.id}`,
        funder: grant.funder,
        small: `${capital(grant.kind)} · ${programmesText(grant, name)}`,
        period: `${longDay(grant.from)} to ${longDay(lastDay(grant))}`,
        pays: paysText(grant),
        report: report === undefined ? '' : longDay(report),
        state: stateOf(grant, today),
      };
    }),
    empty: {
      title: 'No funder is entered yet',
      sentence: 'Add who pays, for what and until when; the days on which a report is due stand beside it.',
    },
    ...(mayAdd ? { add: { href: '/funders/add', label: 'Add a grant' } } : {}),
  };
}

function reportTag(due: string, delivered: string | undefined, today: string): TagView {
  if (delivered !== undefined) return { tone: 'green', text: 'Delivered' };
  return due < today ? { tone: 'amber', text: 'Not recorded' } : { tone: 'blue', text: 'Due' };
}

export function grantView(
  grant: GrantDetails,
  { name, today, mayChange }: { readonly name: Names; readonly today: string; readonly mayChange: boolean },
): GrantView {
  const { id, funder, kind, from, until, reportsDue, ended } = grant;
  return {
    eyebrow: `${capital(kind)} funder`,
    heading: funder,
    state: stateOf(grant, today),
    rows: [
      { key: 'From', value: longDay(from) },
      { key: 'To', value: longDay(until) },
      ...(ended === undefined
        ? []
        : [{ key: 'Ended', value: `${longDay(ended.on)}: ${codeText(ended.reasonCode)}` }]),
      { key: 'Programmes', value: programmesText(grant, name) },
      { key: 'Pays', value: paysText(grant) },
    ],
    reports: reportsDue.map((day) => {
      const delivered = deliveredOn(grant, day);
      return {
        key: day,
        title: longDay(day),
        tag: reportTag(day, delivered, today),
        ...(delivered === undefined
          ? mayChange
            ? { link: { href: `/funders/${id}/report-delivered?due=${day}`, label: 'It was delivered' } }
            : {}
          : { small: `Delivered on ${longDay(delivered)}` }),
      };
    }),
    noReports: 'No report is due.',
    ...(mayChange && ended === undefined
      ? {
          change: { href: `/funders/${id}/change`, label: 'Change the grant' },
          end: { href: `/funders/${id}/end`, label: 'End it' },
        }
      : {}),
  };
}
