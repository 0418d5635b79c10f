import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One place in the sources that refuses. */
export interface RefusalSite {
  readonly code: string;
  /** Relative to the root of the repository. */
  readonly file: string;
  /** As it stands there, with `${…}` for what is filled in; empty when it is put together elsewhere. */
  readonly sentence: string;
  readonly nextStep: string;
  readonly saysNextStep: boolean;
}

/** Every `new Refusal(…)` of libraries and apps, read from their sources. */
export function refusalSites(): readonly RefusalSite[] {
  const files = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.spec)\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !/\/(spec-support|samples|contract)\//.test(file)),
  );
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return text.includes('new Refusal(') ? sitesIn(file, text) : [];
  });
}

function sitesIn(file: string, text: string): readonly RefusalSite[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const sites: RefusalSite[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') sites.push(siteOf(file, node));
    node.forEachChild(look);
  };
  look(source);
  return sites;
}

function siteOf(file: string, refusal: ts.NewExpression): RefusalSite {
  const [code, sentence, more] = refusal.arguments ?? [];
  if (code === undefined || !ts.isStringLiteral(code)) throw new Error(`${file}: a refusal without its code`);
  const nextStep =
    more !== undefined && ts.isObjectLiteralExpression(more)
      ? more.properties.find((it) => it.name?.getText() === 'nextStep')
      : undefined;
  return {
    code: code.text,
    file,
    sentence: wordsOf(sentence),
    nextStep:
      nextStep !== undefined && ts.isPropertyAssignment(nextStep) ? wordsOf(nextStep.initializer) : '',
    saysNextStep: more !== undefined && (!ts.isObjectLiteralExpression(more) || nextStep !== undefined),
  };
}

function wordsOf(expression: ts.Expression | undefined): string {
  if (expression === undefined) return '';
  if (ts.isStringLiteralLike(expression)) return expression.text;
  return ts.isTemplateExpression(expression) ? expression.getText().slice(1, -1) : '';
}
