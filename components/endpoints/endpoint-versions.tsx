import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { EndpointView } from "#lib/domain/endpoint/view.ts";
import { endpointPageStrings as strings } from "#lib/domain/strings/endpoint-pages.ts";

/** What the endpoint has been: records name these for good. */
export function EndpointVersions({ endpoint }: { endpoint: EndpointView }) {
  const { inputPrice, outputPrice, model, baseUrl } = strings.form;
  const price = (micros: number) => `$${micros / 1_000_000}`;
  return (
    <Section title={strings.versions}>
      <Table label={strings.versions}>
        <TableHead>
          <HeaderCell>{strings.versionColumn}</HeaderCell>
          <HeaderCell>{model}</HeaderCell>
          <HeaderCell>{baseUrl}</HeaderCell>
          <HeaderCell align="end">{inputPrice}</HeaderCell>
          <HeaderCell align="end">{outputPrice}</HeaderCell>
          <HeaderCell align="end">{strings.since}</HeaderCell>
        </TableHead>
        <TableBody>
          {endpoint.versions.map((version) => (
            <Row key={version.version}>
              <Cell>{strings.version(version.version)}</Cell>
              <Cell label={model} className="font-mono text-xs">
                {version.model}
              </Cell>
              <Cell label={baseUrl} className="break-all text-ink-2">
                {version.baseUrl ?? strings.rehearsal}
              </Cell>
              <Cell label={inputPrice} align="end">
                {price(version.inputPrice)}
              </Cell>
              <Cell label={outputPrice} align="end">
                {price(version.outputPrice)}
              </Cell>
              <Cell label={strings.since} align="end">
                <Time value={version.createdAt} format="date" />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
