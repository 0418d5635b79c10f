import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The titles of all tests, by the name of their file without its ending. */
function titlesByFile(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = ['libs', 'apps', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.spec\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const titles = new Map<string, Set<string>>();
  for (const file of files) {
    const name = path.basename(file).replace(/\.spec\.tsx?$/, '');
    const known = titles.get(name) ?? new Set();
    for (const title of titlesIn(file)) known.add(title);
    titles.set(name, known);
  }
  return titles;
}

/** What `it`, `test` and their `.each` are called with. */
function titlesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const titles: string[] = [];
  const look = (node: ts.Node): void => {
    const [title] = ts.isCallExpression(node) ? node.arguments : [];
    if (ts.isCallExpression(node) && title !== undefined && /^(it|test)\b/.test(node.expression.getText())) {
      if (ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    node.forEachChild(look);
  };
  look(source);
  return titles;
}

const text = readFileSync('docs/requirements.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (id|step|---) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/requirements.md', () => {
  it('names only tests that are there', () => {
    const titles = titlesByFile();
    const named = [...text.matchAll(/`([a-z0-9-]+): ([^`]+)`/g)].map(([, file = '', title = '']) => [
      file,
      title,
    ]);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([file = '', title = '']) => titles.get(file)?.has(title) !== true)).toEqual([]);
  });

  it('has every requirement once, each with a proof or with what is still to come', () => {
    const ids = rows.map(([, id = '']) => id).filter((id) => /^R\d\d$/.test(id));
    expect(ids).toEqual(Array.from({ length: 82 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`));
    expect(rows.filter((cells) => cells.at(-3) === '' && cells.at(-2) === '')).toEqual([]);
  });
});
