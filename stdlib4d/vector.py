"""4D.Vector: rows of reals that never change, and how far they are from each other (API/VectorClass.md).

The page is silent about a vector without a direction, all zeros or empty: its cosine similarity to any other is 0.
"""

from __future__ import annotations

from math import dist, hypot
from operator import mul

from .errors import ARGUMENT_UNEXPECTED, NUMBER_EXPECTED, TYPE_MISMATCH, LanguageError
from .registry import attribute, command, function
from .values import UNDEFINED, NativeObject, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .host import Run
    from .values import Value


class Vector(NativeObject):
    """A list of numbers with a direction and a length, to compare with others (API/VectorClass.md)."""

    class_name = "Vector"
    shareable = True

    def __init__(self, components: tuple[float, ...]) -> None:
        self.components = components

    @staticmethod
    @command("4D.Vector.new", 0, "( parameter : Collection ) : 4D.Vector")
    def constructor(run: Run, collection: list[Value] | None) -> Vector:
        """Makes a vector of the numbers in a collection (API/VectorClass.md)."""
        name = "4D.Vector.new"
        if collection is None:
            raise LanguageError(TYPE_MISMATCH, f"{name}: parameter: wanted Collection, got Null")
        for place, item in enumerate(collection):
            if item.__class__ is not int and item.__class__ is not float:
                raise LanguageError(
                    NUMBER_EXPECTED, f"{name}: parameter[{place}]: wanted a number, got {type_name(item)}"
                )
        try:
            return Vector(tuple(map(float, collection)))
        except OverflowError:
            raise LanguageError(NUMBER_EXPECTED, f"{name}: parameter: a number is too large") from None

    def component(self, place: int) -> Value:
        """The component at *place*, counted from 0; Undefined where there is none."""
        return self.components[place] if 0 <= place < len(self.components) else UNDEFINED

    @attribute("length", "Integer")
    def length(self) -> int:
        """The number of components (.length)."""
        return len(self.components)

    @function("toCollection", "() : Collection")
    def to_collection(self) -> list[float]:
        """Returns a new collection of the components (.toCollection())."""
        return list(self.components)

    @function("cosineSimilarity", "( vector : 4D.Vector ) : Real")
    def cosine_similarity(self, vector: Vector) -> float:
        """Returns the cosine of the angle between two vectors, -1 to 1 (.cosineSimilarity())."""
        other = self._alike("cosineSimilarity", vector)
        # By its length first, so that no product of large or small components is lost.
        one, two = hypot(*self.components), hypot(*other)
        if not one or not two:
            return 0.0
        cosine = sum((a / one) * (b / two) for a, b in zip(self.components, other, strict=True))
        return max(-1.0, min(1.0, cosine))

    @function("dotSimilarity", "( vector : 4D.Vector ) : Real")
    def dot_similarity(self, vector: Vector) -> float:
        """Returns the sum of the products of the components (.dotSimilarity())."""
        return sum(map(mul, self.components, self._alike("dotSimilarity", vector)), 0.0)

    @function("euclideanDistance", "( vector : 4D.Vector ) : Real")
    def euclidean_distance(self, vector: Vector) -> float:
        """Returns the straight distance between the points of two vectors (.euclideanDistance())."""
        return dist(self.components, self._alike("euclideanDistance", vector))

    def _alike(self, name: str, vector: Vector) -> tuple[float, ...]:
        """The components of *vector*, which must be as many as those of this one."""
        if len(vector.components) != len(self.components):
            raise LanguageError(
                ARGUMENT_UNEXPECTED,
                f"{name}: vector: wanted {len(self.components)} components, got {len(vector.components)}",
            )
        return vector.components
