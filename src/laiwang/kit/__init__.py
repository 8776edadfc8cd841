"""Small pure tools without project knowledge: refusals, canonical JSON, unpadded base64, signatures, clock and chance."""
