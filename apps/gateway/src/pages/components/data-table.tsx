import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly title: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
  /** A row has nothing to say in this column: on a phone it is left out. */
  readonly isEmpty?: (row: Row) => boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table whose rows become cards on a phone; each cell then carries its column's title. First column = row header. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table class="data-table" role="table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="data-table__head" role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.title}
              scope="col"
              role="columnheader"
              class={numericClass('data-table__title', column)}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} class="data-table__row" role="row">
            {columns.map((column, index) => (
              <Cell key={column.title} column={column} row={row} header={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly header: boolean;
}

function Cell<Row>({ column, row, header }: CellProps<Row>) {
  const words = (
    <>
      <span class="data-table__label" aria-hidden="true">
        {column.title}
      </span>
      <span class="data-table__words">{column.cell(row)}</span>
    </>
  );
  const empty = column.isEmpty?.(row) === true ? ' data-table__cell--empty' : '';
  const className = numericClass('data-table__cell', column) + empty;
  return header ? (
    <th scope="row" role="rowheader" class={className}>
      {words}
    </th>
  ) : (
    <td role="cell" class={className}>
      {words}
    </td>
  );
}

function numericClass<Row>(base: string, column: Column<Row>): string {
  return column.numeric === true ? `${base} ${base}--numeric` : base;
}
