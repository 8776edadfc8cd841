"""The model of growth, pure. `draws`, `fitting` and `backtest` need NumPy and SciPy (the extra `forecast`) and are imported where they are
used; all others need nothing."""
