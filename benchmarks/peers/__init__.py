"""What others would write, as their own guides show it: what the product is measured by."""
