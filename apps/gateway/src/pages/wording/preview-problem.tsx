import { renderToString } from 'preact-render-to-string';

/** Stands in the frame of the preview when the words cannot be those of this mail. */
export const previewProblem = (sentence: string): string =>
  `<!doctype html>\n${renderToString(<Problem sentence={sentence} />)}`;

const css = 'body { margin: 24px; color: #1c1a2e; font: 17px/1.5 Arial, Helvetica, sans-serif; }';

function Problem({ sentence }: { readonly sentence: string }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>This cannot be sent so</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <p>
          <strong>This cannot be sent so.</strong>
        </p>
        <p>{sentence}</p>
      </body>
    </html>
  );
}
