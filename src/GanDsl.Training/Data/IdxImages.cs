namespace GanDsl.Training;

/// <summary>The images of an IDX file: grey levels 0 to 255, image after image, row by row.</summary>
/// <param name="Path">The file they came from.</param>
/// <param name="Count">How many images, at least 1.</param>
/// <param name="Height">Rows of one image, in pixels.</param>
/// <param name="Width">Columns of one image, in pixels.</param>
/// <param name="Pixels"><paramref name="Count"/> × <paramref name="Height"/> × <paramref name="Width"/> bytes.</param>
public sealed record IdxImages(string Path, int Count, int Height, int Width, ReadOnlyMemory<byte> Pixels);
