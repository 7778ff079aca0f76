/** Path below which the mock serves what the page loads later. */
export const partsFolder = '/__mock/page/';
