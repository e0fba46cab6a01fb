export const media = {
  'token.signature-not-verified':
    "The token's signature was not verified: the key that could do so is not public. Only the licence server can say whether it accepts the token.",
  'token.empty': 'The file is empty. Download the client configuration token again.',
  'token.html':
    'This is a web page that was saved under the name of a token, probably a log-in or error page. Log in to the NVIDIA Licensing Portal (or the DLS appliance) and download the token again.',
  'token.error-answer':
    "This is a web service's error answer ({code}), not a token. Ask for a fresh download link and download the token again.",
  'token.utf-16':
    'The token was changed on the way: it is stored as UTF-16, as some editors and PowerShell redirection do. Copy the original file byte for byte instead of pasting its text.',
  'token.byte-order-mark':
    'The token was changed on the way: an editor put a byte order mark (UTF-8 BOM) before it. Copy the original file byte for byte.',
  'token.carriage-return':
    'The token was changed on the way: it has Windows line ends (CRLF). Copy the original file byte for byte, and transfer it in binary mode.',
  'token.wrapped':
    'The token was changed on the way: white space or line breaks were put into it, as pasting does. Copy the original file byte for byte.',
  'token.altered':
    'The token was changed on the way: its contents no longer decode. Download it again and copy the file byte for byte.',
  'token.truncated': 'The token is cut short: its end is missing. Download it again and compare the size of the files.',
  'token.binary':
    'This is a binary file, not a client configuration token. Take the .tok file from the licensing portal.',
  'token.gridd-conf':
    'This is a gridd.conf, not a token. It belongs in /etc/nvidia; the token folder must hold the token only.',
  'token.pem':
    'This is a certificate or a key, not a client configuration token. Take the .tok file from the licensing portal.',
  'token.garbage': 'This is not a client configuration token. Take the .tok file from the licensing portal.',
  'token.foreign':
    'This is a signed token of another kind (JWT), not a client configuration token. In the licensing portal, choose “Generate client configuration token”.',
  'token.too-large': 'The file is far larger than a token. Take the .tok file from the licensing portal.',
  'token.expired':
    'The token expired at {expired}; the clock of this machine says {now}. If the clock is right, generate a new token in the licensing portal.',
  'token.not-yet-valid':
    'The token is valid from {begins} only; the clock of this machine says {now}. Check the clock, the time zone and the time synchronisation; if they are right, wait or generate a new token.',
} as const;
