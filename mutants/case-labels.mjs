// The switches of libs/domain are over unions without default: another word in a case is refused by the compiler.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'case-labels', {
    shouldIgnore: (path) =>
      path.isStringLiteral() && path.parentPath.isSwitchCase() && path.key === 'test'
        ? 'Another word in a case over a union does not compile.'
        : undefined,
  }),
];
