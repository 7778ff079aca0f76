/**
 * The words of the documentation site around a page, in the languages of its interface. Where a language is missing, the structure is
 * followed: media types, the list of languages of the code samples, the marks before a status.
 */

const any = (words: string[]): string => words.map((word) => word.replaceAll(' ', '\\s*')).join('|');

const modifiedWords = any([
  ...[
    'Modified at',
    '修改于',
    '修改時間',
    '修改於',
    '更新于',
    '更新日時',
    '最終更新日?時?',
    '수정 일?시?간?',
    'Modificado en',
    'Modificado em',
  ],
  ...['Geändert am', 'Modifié le', 'Изменено', 'Diubah pada', 'Đã sửa đổi'],
]);
const date = '(\\d{4}-\\d\\d-\\d\\d(?:\\s+\\d\\d:\\d\\d:\\d\\d)?)';

/** The date of the last change, with the words before it. */
export const modified = new RegExp(`(?:${modifiedWords})\\s*[:：]?\\s*${date}`, 'g');
/** Such a date on a line by itself after words of a language that is not known. */
export const modifiedLine = /^[^\d\n{}"'`]{2,40}(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)[ \t]*$/gm;

const neighbours = any([
  ...['Previous', 'Next', '上一页', '下一页', '上一頁', '下一頁', '前へ', '次へ', '前のページ', '次のページ', '이전', '다음'],
  ...['Anterior', 'Siguiente', 'Próximo', 'Zurück', 'Weiter', 'Précédent', 'Suivant'],
]);
const builtWithWords = 'Built with|由 ?Ap\\w+ ?构建';
const copyPageWords = any([
  ...['Copy Page', '复制页面', '複製頁面', 'ページをコピー', '페이지 복사', 'Copiar página', 'Seite kopieren', 'Copier la page'],
]);
export const previousOrNext = new RegExp(`^(?:${neighbours})$`);
export const builtWith = new RegExp(`^(?:${builtWithWords})`);
export const runIn = /^(?:Run in|在 ?Ap\w+ ?中?运行)\b|^在 ?Ap\w+ ?中运行/;
export const copyPage = new RegExp(`^(?:${copyPageWords})$`);
/** The same where line breaks are lost: what the site puts around a page, and at its end. */
export const frameInline = new RegExp(`(?<=^|\\s)(?:Run in Ap\\w+|在 ?Ap\\w+ ?中?运行|${copyPageWords})(?=\\s|$)`, 'g');
export const endInline = new RegExp(
  `(?<=^|\\s)(?:${neighbours}) .*?(?=\\s(?:${neighbours}) |\\s(?:${builtWithWords})|$)|(?<=^|\\s)(?:${builtWithWords}).*$`,
  'g',
);

const samplesWords = any([
  'Request Code Samples',
  '请求示例代码',
  '請求範例代碼',
  '示例代码',
  'リクエストコードサンプル',
  '요청 코드 샘플',
  'Ejemplos de código',
  'Exemplos de código',
  'Anfragebeispiele',
]);
/** The same as a line of its own. */
export const samplesLine = new RegExp(`^(?:${samplesWords}|Shell)$`);
export const samples = new RegExp(`(?:${samplesWords})|^Shell\\nJavaScript\\nJava$`, 'm');
const responsesWords = [
  '返回响应',
  '返回響應',
  '响应结果',
  '返回结果',
  'レスポンス',
  '응답',
  'Respuestas',
  'Respostas',
  'Antworten',
  'Réponses',
];
export const responses = new RegExp(`\\bResponses(?=\\s|$)|${any(responsesWords)}`, 'm');
/** The same as a line of its own. */
export const responsesLine = new RegExp(`^(?:${any(['Responses', ...responsesWords])})$`, 'm');
const requestWords = any([
  'Request',
  '请求参数',
  '請求參數',
  'リクエスト(?:パラメータ)?',
  '요청(?: 매개변수)?',
  'Solicitud',
  'Requisição',
  'Anfrage',
  'Requête',
]);
export const request = new RegExp(`^(?:${requestWords})$`, 'm');
/** The same where line breaks are lost. */
export const requestInline = new RegExp(
  `(?:^|\\s)(?:${requestWords})\\s+(?=Add parameter|在|Authorization|(?:Path|Query|Header|Cookie|Body)\\s)`,
  'm',
);
export const required = /^(?:\s*)(?:Required|必需|必填|必須|필수|Obligatorio|Obrigatório|Erforderlich|Requis)/i;
/** A word that the site puts right behind it begins with a capital, or with another letter than a media type has. */
export const mediaType = /\b(?:application|multipart|text|image|audio|video)\/[a-z0-9][a-z0-9.+_-]*/;
/** A key that goes into a header or the query. */
export const keyParameter = /(?:Add parameter in|在)\s*(header|query|cookie)\s*(?:添加参数|中添加参数)?\s+([\w-]+)/i;
/** The heading of a table of parameters, with its place. */
export const parameterTable = /^[ \t]*(Path|Query|Header|Cookie)[ \t]*(?:Params|Parameters|参数|參數|パラメータ|매개변수)[ \t]*$/gim;
/** The mark before a status; a range, and what stands for the others, may have their name right behind them. */
export const statusMark = /\p{Extended_Pictographic}\ufe0f?\s*([1-5]\d\d|[1-5][Xx]{2}(?![a-z])|default(?![a-z]))/gu;
/** A status whose mark was lost on the way: a line by itself, or with its name right behind it. */
export const bareStatus = /^[ \t]*([1-5]\d\d)(?=[ \t]*$|\p{Lu}|\p{Lo})/gmu;
