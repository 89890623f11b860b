"""What the public's door keeps of its own: who is told of what is published, and each attempt."""

from publishing.models.delivery import Delivery
from publishing.models.subscription import Subscription

__all__ = ["Delivery", "Subscription"]
