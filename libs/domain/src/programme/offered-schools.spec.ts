import { unknownLink, type Link, type LinkSide } from '../link/link.js';
import { offeredSchools } from './offered-schools.js';

const side = (urn: string, classId: string, more: Partial<LinkSide> = {}): LinkSide => ({
  ...unknownLink.sides.a,
  urn,
  headId: `head ${urn}`,
  classId,
  yearGroups: [4],
  pupilCount: 28,
  priorities: ['oracy'],
  teachers: [{ teacherId: `teacher ${classId}`, linkedBefore: false, lead: true, needs: 'initial-full' }],
  ...more,
});

const link = (ref: string, a: LinkSide, b: LinkSide, more: Partial<Link> = {}): Link => ({
  ...unknownLink,
  ref,
  programme: 'bradford',
  year: '2026-27',
  sides: { a, b },
  reached: { signed: '2026-09-20' },
  ...more,
});

const urns = (programme: string, ...links: readonly Link[]) =>
  offeredSchools(programme, links).map(({ urn }) => urn);

describe('the schools that are offered for the next year', () => {
  it('are those that signed; a proposal that was not signed is none', () => {
    const signed = link('BRD-2026-001', side('900001', 'c1'), side('900002', 'c2'));
    const proposed = link('BRD-2026-002', side('900003', 'c3'), side('900004', 'c4'), { reached: {} });
    expect(urns('bradford', signed, proposed)).toEqual(['900001', '900002']);
  });

  it('are not those of a link that was signed and yet not formed', () => {
    const notFormed = link('BRD-2026-001', side('900001', 'c1'), side('900002', 'c2'), {
      outcome: 'not-formed',
    });
    expect(urns('bradford', notFormed)).toEqual([]);
  });

  it('offer a class of two links once, by the name and number it had last', () => {
    const was = side('900001', 'c1', { classNameId: 'name 1' });
    const now = side('900001', 'c1', { classNameId: 'name 2', pupilCount: 30 });
    const links = [
      link('BRD-2026-001', was, side('900002', 'c2')),
      link('BRD-2026-002', now, side('900003', 'c3')),
    ];
    expect(offeredSchools('bradford', links)[0]?.classes).toEqual([
      { classId: 'c1', classNameId: 'name 2', yearGroups: [4], pupilCount: 30, teacherIds: ['teacher c1'] },
    ]);
    expect(offeredSchools('bradford', links)[1]?.classes[0]).not.toHaveProperty('classNameId');
  });

  it('are asked once, with all their classes and with their teachers', () => {
    const links = [
      link('BRD-2026-002', side('900001', 'c5'), side('900003', 'c3')),
      link('BRD-2026-001', side('900001', 'c1'), side('900002', 'c2')),
    ];
    expect(offeredSchools('bradford', links)[0]).toEqual({
      urn: '900001',
      headId: 'head 900001',
      priorities: ['oracy'],
      classes: [
        { classId: 'c1', yearGroups: [4], pupilCount: 28, teacherIds: ['teacher c1'] },
        { classId: 'c5', yearGroups: [4], pupilCount: 28, teacherIds: ['teacher c5'] },
      ],
      linkRefs: ['BRD-2026-001', 'BRD-2026-002'],
      withdrew: false,
    });
  });

  it('stand there without being ticked when all their links were withdrawn', () => {
    const withdrawn = link('BRD-2026-001', side('900001', 'c1'), side('900002', 'c2'), {
      outcome: 'withdrawn',
    });
    const again = link('BRD-2026-002', side('900002', 'c2'), side('900003', 'c3'));
    expect(
      offeredSchools('bradford', [withdrawn, again]).map(({ urn, withdrew }) => [urn, withdrew]),
    ).toEqual([
      ['900001', true],
      ['900002', false],
      ['900003', false],
    ]);
  });

  it('are asked by their own programme when a link joins two', () => {
    const across = link('BRD-2026-001', side('900001', 'c1'), side('900004', 'c4'), {
      partnerProgramme: 'kent',
    });
    expect([urns('bradford', across), urns('kent', across), urns('hull', across)]).toEqual([
      ['900001'],
      ['900004'],
      [],
    ]);
  });
});
