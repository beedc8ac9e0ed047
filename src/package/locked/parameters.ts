/** How a locked file was locked; stands in the file in the open, and is bound to its sealed part. */
export interface LockParameters {
  readonly format: 1;
  readonly derivation: 'PBKDF2-HMAC-SHA-256';
  readonly iterations: number;
  /** 16 bytes in base64. */
  readonly salt: string;
  readonly cipher: 'AES-256-GCM';
  /** 12 bytes in base64. */
  readonly iv: string;
  readonly packing: 'deflate-raw';
}
