/** The variable of the environment in which commands look for the key, and which stands for it in what is printed. */
export const keyVariable = 'NEXCONN_API_KEY';
