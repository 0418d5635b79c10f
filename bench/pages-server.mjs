// The product as `npm start` runs it, with two more doors for the benchmark of pages: the view of a page as JSON, and
// the empty document of a page that is drawn in the browser.
import 'reflect-metadata';
import { Controller, Get, Header, Module, Param } from '@nestjs/common';
import { GatewayModule } from '../dist/apps/gateway/src/gateway.module.js';
import { Access } from '../dist/apps/gateway/src/http/access.js';
import { PageAnswers } from '../dist/apps/gateway/src/http/page-answers.js';
import { loadPageAssets } from '../dist/apps/gateway/src/pages/layout/page-assets.js';

const { send } = PageAnswers.prototype;
PageAnswers.prototype.send = function (request, reply, drawn) {
  if (request.headers['x-bench-view'] !== 'json') return send.call(this, request, reply, drawn);
  const frame = this.frames.frame(request, reply);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify({ frame, view: drawn.view }));
};

const { styles, icon } = loadPageAssets();
const shell = `<!DOCTYPE html><html lang="en-GB" class="page"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Schools Linking</title><link rel="icon" href="${icon}" type="image/svg+xml"><link rel="stylesheet" href="${styles}"><script type="module" src="/assets/${process.env.BENCH_APP}"></script></head><body class="page__body page__body--wide"></body></html>`;

class Shell {
  page() {
    return shell;
  }
}
const page = Object.getOwnPropertyDescriptor(Shell.prototype, 'page');
Controller('bench')(Shell);
Get(':page')(Shell.prototype, 'page', page);
Access('signed-in')(Shell.prototype, 'page', page);
Header('content-type', 'text/html; charset=utf-8')(Shell.prototype, 'page', page);
Header('content-security-policy', "default-src 'self'")(Shell.prototype, 'page', page);
Param('page')(Shell.prototype, 'page', 0);

class Shells {}
Module({ controllers: [Shell] })(Shells);

const { with: whole } = GatewayModule;
GatewayModule.with = (world, checks, more) =>
  whole.call(GatewayModule, world, checks, [...(more ?? []), Shells]);

await import('../dist/apps/start.js');
