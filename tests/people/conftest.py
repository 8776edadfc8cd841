from hypothesis import settings

# How long an example takes says something about the machine, nothing about the rule.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
