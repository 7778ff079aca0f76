/** The sources break a rule; each finding is a line for a person. */
export class ContractError extends Error {
  constructor(readonly findings: string[]) {
    super(findings.join('\n'));
  }
}
