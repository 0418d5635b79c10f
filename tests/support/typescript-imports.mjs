import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);

/** Lets plain Node import our TypeScript sources: Jest runs its global setup outside its own transforms. */
export async function importTypeScript(path) {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const own = /^@linking\/([^/]+)\/(.*)\.js$/.exec(specifier);
      const url = own
        ? new URL(`libs/${own[1]}/src/${own[2]}.ts`, root)
        : specifier.startsWith('.') && context.parentURL?.endsWith('.ts')
          ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
          : undefined;
      return url && existsSync(fileURLToPath(url)) ? next(url.href, context) : next(specifier, context);
    },
  });
  try {
    return await import(pathToFileURL(fileURLToPath(new URL(path, root))).href);
  } finally {
    hooks.deregister();
  }
}
