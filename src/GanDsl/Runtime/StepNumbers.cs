namespace GanDsl;

/// <summary>
/// Computes what changes from one update of an optimiser to the next and is the same for all parameters, such as Adam's bias corrections. Generated code
/// supplies it.
/// </summary>
/// <param name="lr">The learning rate of the update.</param>
/// <param name="update">The number of the update, 1 for the first.</param>
/// <param name="numbers">Where the numbers go.</param>
public delegate void StepNumbers(double lr, long update, Span<double> numbers);
