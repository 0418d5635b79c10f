import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Observable } from 'rxjs';
import { logAccess } from '@linking/application/accounts/access-log.js';
import { POOL } from '@linking/application/ports.js';

/** Keeps each read of the people whose reads are kept, before it is answered. */
@Injectable()
export class ReadLog implements NestInterceptor {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { signedIn } = request;
    if (signedIn?.scope.logsReads && (request.method === 'GET' || request.method === 'HEAD')) {
      const [path = '/', query = ''] = request.url.split('?');
      // A search may hold a person's name: that it was one is enough.
      const searched = new URLSearchParams(query);
      if (searched.has('q')) searched.set('q', '');
      const detail = searched.size > 0 ? { query: searched.toString() } : {};
      await logAccess(this.pool, { userId: signedIn.user.id, action: 'read', subject: path, detail });
    }
    return next.handle();
  }
}
