import { Controller, Get, Module } from '@nestjs/common';
import { listRoutes } from '../apps/gateway/src/http/routes.js';
import { testGateway } from './support/gateway.js';
import { openDesk } from './support/note-desk.js';
import type { Desk } from './support/note-desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.gateway.close());

describe('who may enter', () => {
  it('nobody enters a route that asks for a sign-in without one', async () => {
    for (const authorization of ['', 'Bearer x', `Bearer ${'x'.repeat(43)}`, `Basic ${btoa('rosa:x')}`]) {
      const answer = await desk.get('/api/v1/specs/list', { authorization });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    }
  });

  it('an auditor and an administrator cannot write what coordinators write', async () => {
    for (const { authorization } of [desk.auditor, desk.admin]) {
      const answer = await desk.write({ authorization });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('every route declares who may enter', () => {
    const routes = listRoutes(desk.gateway.app);
    expect(routes.filter(({ who }) => !who)).toEqual([]);
    expect(routes).toContainEqual({
      method: 'POST',
      path: '/api/v1/specs/notes/:programme',
      handler: 'SpecsController.write',
      who: ['coordinator', 'national'],
    });
    expect(routes).toContainEqual({
      method: 'GET',
      path: '/set-password/:token',
      handler: 'SetPasswordController.show',
      who: ['one-time-link'],
    });
  });

  it('a gateway with a route that declares nothing does not start', async () => {
    @Controller('api/v1/forgotten')
    class ForgottenController {
      @Get('here')
      here() {
        return 'open';
      }
    }
    @Module({ controllers: [ForgottenController] })
    class ForgottenModule {}
    await expect(testGateway({ modules: [ForgottenModule] })).rejects.toThrow(
      'GET /api/v1/forgotten/here (ForgottenController.here)',
    );
  });

  it('each read of an auditor is kept before it is answered, a search without its words', async () => {
    await desk.get('/api/v1/specs/list?limit=3', { authorization: desk.auditor.authorization });
    await desk.get('/api/v1/me?q=Saira%20Malik', { authorization: desk.auditor.authorization });
    await desk.get('/api/v1/specs/list', { authorization: desk.rosa.authorization });
    const { rows } = await desk.gateway.pool.query(
      'select user_id, action, subject, detail from access_log order by id',
    );
    expect(rows).toEqual([
      {
        user_id: desk.auditor.id,
        action: 'read',
        subject: '/api/v1/specs/list',
        detail: { query: 'limit=3' },
      },
      { user_id: desk.auditor.id, action: 'read', subject: '/api/v1/me', detail: { query: 'q=' } },
    ]);
  });
});
