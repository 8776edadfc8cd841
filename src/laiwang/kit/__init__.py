"""Small pure tools without project knowledge: refusals, canonical JSON, base64, signatures, clock and chance."""
