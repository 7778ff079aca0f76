/** Names the scenario that an answer of a mock is of, or says that it was held: its author decided what it says, not the request. */
export const ownAnswer = 'x-mock-scenario';
