import { Controller, Get, Inject, Logger, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access.js';
import { READINESS_CHECKS } from './readiness.js';
import type { ReadinessCheck } from './readiness.js';

class Live {
  @ApiProperty({ type: String, enum: ['live'] })
  readonly status = 'live';
}

class CheckResult {
  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: Boolean })
  ok: boolean;
}

class Ready {
  @ApiProperty({ type: String, enum: ['ready', 'not-ready'] })
  status: 'ready' | 'not-ready';

  @ApiProperty({ type: [CheckResult] })
  checks: readonly CheckResult[];
}

const PATIENCE_MS = 2_000;

@ApiTags('health')
@Access('public')
@Controller('health')
export class HealthController {
  readonly #logger = new Logger('health');

  constructor(@Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** The process answers. */
  @Get('live')
  @ApiOkResponse({ type: Live })
  live(): Live {
    return new Live();
  }

  /** What it stands on answers too. */
  @Get('ready')
  @ApiOkResponse({ type: Ready })
  @ApiServiceUnavailableResponse({ type: Ready })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const checks = await Promise.all(this.checks.map((check) => this.result(check)));
    const ready = checks.every(({ ok }, n) => ok || this.checks[n]?.optional);
    if (!ready) reply.status(503).header('retry-after', '1');
    return { status: ready ? 'ready' : 'not-ready', checks };
  }

  private async result(check: ReadinessCheck): Promise<CheckResult> {
    const { name } = check;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${name} did not answer in time`)), PATIENCE_MS);
    });
    try {
      await Promise.race([check.check(), late]);
      return { name, ok: true };
    } catch (error) {
      this.#logger.warn({ err: error, check: name }, check.optional ? 'degraded' : 'not ready');
      return { name, ok: false };
    } finally {
      clearTimeout(timer);
    }
  }
}
