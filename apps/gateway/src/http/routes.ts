import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accessOf } from './access.js';
import type { Who } from './access.js';

export interface RouteAccess {
  /** `GET`; `*` for the plugins that answer more than one. */
  readonly method: string;
  readonly path: string;
  /** `LinksController.change`, or the plugin that answers. */
  readonly handler: string;
  /** Undefined: nothing was declared, and nobody may enter. */
  readonly who: readonly Who[] | undefined;
}

/** What plugins answer: the style sheet and script of the pages, and the viewer of the API's description. */
const PLUGIN_ROUTES: readonly RouteAccess[] = [
  { method: '*', path: '/assets/*', handler: '@fastify/static', who: ['public'] },
  { method: '*', path: '/api/docs*', handler: '@nestjs/swagger', who: ['public'] },
  { method: 'GET', path: '/api/openapi.json', handler: '@nestjs/swagger', who: ['public'] },
];

/** Every route of the controllers, and those of the plugins. */
export function listRoutes(app: NestFastifyApplication): readonly RouteAccess[] {
  const reflector = app.get(Reflector);
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  const ours = controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesOf(metatype, reflector) : [],
  );
  return [...ours, ...PLUGIN_ROUTES].toSorted((a, b) => a.path.localeCompare(b.path));
}

/** Throws when a controller forgot to declare who may enter, or a plugin added a route nobody spoke of. */
export function assertAccessDeclared(
  app: NestFastifyApplication,
  registered: readonly { readonly method: string; readonly path: string }[],
): void {
  const routes = listRoutes(app);
  const undeclared = routes.filter(({ who }) => who === undefined);
  const unknown = registered.filter(
    ({ method, path }) => !routes.some((route) => answers(route, method, path)),
  );
  const missing = [
    ...undeclared.map(({ method, path, handler }) => `${method} ${path} (${handler})`),
    ...unknown.map(({ method, path }) => `${method} ${path} (a plugin)`),
  ];
  if (missing.length > 0)
    throw new Error(`These routes do not declare who may enter:\n  ${missing.join('\n  ')}`);
}

type Controller = Parameters<Reflector['get']>[1] & { readonly prototype: unknown };

function routesOf(metatype: Controller, reflector: Reflector): RouteAccess[] {
  const prototype = metatype.prototype as Record<string, unknown>;
  const bases = pathsOf(metatype);
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const who = accessOf(reflector, handler as Controller, metatype);
    return bases.flatMap((base) =>
      pathsOf(handler).map((path) => ({
        method: RequestMethod[method] ?? '*',
        path: join(base, path),
        handler: `${metatype.name}.${name}`,
        who,
      })),
    );
  });
}

function pathsOf(target: object): readonly string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | readonly string[] | undefined;
  return typeof path === 'string' ? [path] : (path ?? ['/']);
}

const join = (...parts: readonly string[]) =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

function answers(route: RouteAccess, method: string, path: string): boolean {
  if (route.path.endsWith('*')) return path.startsWith(route.path.slice(0, -1));
  const sameMethod =
    route.method === method || (route.method === 'GET' && method === 'HEAD') || route.method === 'ALL';
  return sameMethod && route.path === join(path);
}
