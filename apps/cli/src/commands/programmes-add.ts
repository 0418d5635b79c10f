import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { ApplicationModule } from '@linking/application/application.module.js';
import { JoinProgramme, type ProgrammeInBody } from '@linking/application/programmes/join-programme.js';
import { WorldModule } from '@linking/application/world.module.js';
import { isAcademicYear } from '@linking/domain/calendar/academic-year.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import { programmes } from '@linking/projections/programmes/programmes.js';
import { Option, type Command } from 'commander';
import { withDatabase } from '../open-database.js';
import { CommandFailed, type Terminal } from '../terminal.js';

interface Options {
  readonly name: string;
  readonly code: string;
  readonly year: string;
  readonly la: readonly string[];
  readonly district: readonly string[];
  readonly mailbox?: string;
  readonly distanceLimit?: string;
}

export function addProgrammesAdd(parent: Command, terminal: Terminal): void {
  parent
    .command('add')
    .argument('<SLUG>', 'its name in addresses, such as tower-hamlets')
    .description('let a local programme join')
    .requiredOption('--name <name>', 'what people call it, such as "Tower Hamlets"')
    .requiredOption('--code <code>', 'three capital letters that begin every link reference, such as TWH')
    .requiredOption('--year <year>', 'academic year of its first links, such as 2026-27')
    .addOption(new Option('--la <code...>', 'local authority codes of its area, such as 211').default([]))
    .addOption(new Option('--district <code...>', 'district codes (GSS), such as E07000117').default([]))
    .option('--mailbox <address>', 'where answers to its mails go')
    .option('--distance-limit <km>', 'schools farther apart are paired only for a reason')
    .action((slug: string, options: Options) => run(slug, options, terminal));
}

async function run(slug: string, options: Options, terminal: Terminal): Promise<void> {
  const programme = checked(slug, options);
  const joined = await withDatabase(terminal.env, async ({ pool, store, clock }) => {
    const world = WorldModule.of({ pool, eventStore: store, clock, settings: readSettings(terminal.env) });
    const context = await NestFactory.createApplicationContext(
      { module: ProgrammesAdd, imports: [world, ApplicationModule] },
      { logger: ['error', 'warn'], abortOnError: false },
    );
    const commandId = randomUUID();
    const sender = { actor: 'worker:cli', channel: 'cli', commandId, correlationId: commandId } as const;
    try {
      // Whether the code is taken is asked of a list that workers keep, and here none may be running.
      await catchUp({ pool, store }, programmes);
      return await context.get(CommandBus).execute(new JoinProgramme(programme, sender));
    } finally {
      await context.close();
    }
  });
  const area = [...joined.laCodes, ...joined.districtCodes].join(', ') || 'no area yet';
  terminal.out.write(`${joined.name} (${joined.code}) has joined: ${area}.\n`);
}

class ProgrammesAdd {}

function checked(slug: string, options: Options): ProgrammeInBody {
  const { name, code, year, la, district, mailbox, distanceLimit } = options;
  const problems = [
    /^[a-z][a-z-]{1,40}$/.test(slug) ? '' : 'SLUG has small letters and hyphens only, such as tower-hamlets.',
    /^[A-Z]{3}$/.test(code) ? '' : '--code is three capital letters, such as TWH.',
    isAcademicYear(year) ? '' : '--year is an academic year, such as 2026-27.',
    la.every((one) => /^\d{3}$/.test(one)) ? '' : '--la takes codes of three digits, such as 211.',
    district.every((one) => /^E\d{8}$/.test(one)) ? '' : '--district takes GSS codes, such as E07000117.',
    distanceLimit === undefined || Number(distanceLimit) > 0
      ? ''
      : '--distance-limit is a number of kilometres.',
  ].filter((problem) => problem !== '');
  if (problems.length > 0) throw new CommandFailed(problems.join('\n'));
  return {
    slug,
    code,
    name,
    year,
    laCodes: la,
    districtCodes: district,
    ...(mailbox === undefined ? {} : { mailbox }),
    ...(distanceLimit === undefined ? {} : { distanceLimitKm: Number(distanceLimit) }),
  };
}
