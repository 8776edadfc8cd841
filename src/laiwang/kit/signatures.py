"""Ed25519 signatures over JSON. Source: Matrix appendices, "Signing JSON"."""

from collections.abc import Mapping

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from laiwang.kit import canonical_json, unpadded_base64


def signed_bytes(value: Mapping[str, object]) -> bytes:
    """What a signature of the object `value` covers: everything but `signatures` and `unsigned`."""
    return canonical_json.encode({key: held for key, held in value.items() if key not in ("signatures", "unsigned")})


def public_key(seed: bytes) -> bytes:
    """The public key of the key with this 32-byte `seed`."""
    return bytes(SigningKey(seed).verify_key)


def sign(seed: bytes, value: Mapping[str, object]) -> str:
    """The signature of the object `value` by the key with this 32-byte `seed`, as unpadded base64."""
    return unpadded_base64.encode(SigningKey(seed).sign(signed_bytes(value)).signature)


def verify(public_key: str, signature: str, value: Mapping[str, object]) -> bool:
    """Whether `signature` is the one of `value` by `public_key`, both base64. Malformed input is simply false."""
    try:
        key = VerifyKey(unpadded_base64.decode(public_key))
        key.verify(signed_bytes(value), unpadded_base64.decode(signature))
    except (CryptoError, ValueError, TypeError):
        return False
    return True
