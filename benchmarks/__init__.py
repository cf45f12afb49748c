"""Speed in ratios against peers measured in the same run. Benchmarks are not tests: machines are noisy."""
