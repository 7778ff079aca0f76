/** The words that say where a part of the contract comes from; `openapi/README.md` explains them. */
export const provenanceWords = ['seed', 'nexconn', 'qnaigc', 'client-code', 'vendor', 'inferred'];
