using GanDsl.Generators.Scalars;
using GanDsl.Generators.Shapes;
using GanDsl.Generators.Text;

namespace GanDsl.Generators.Ir;

/// <summary>
/// The operations of programs. The set is closed under differentiation: every arm of <see cref="Vjp"/> is written in these operations again,
/// so a gradient can be differentiated like anything else.
/// </summary>
internal abstract record Operation
{
    private Operation()
    {
    }

    // Leaves: no inputs.

    /// <summary>An input from the caller: reals, latents.</summary>
    public sealed record Input(string Name) : Operation;

    /// <summary>A learned tensor at its offset in a network's flat buffer.</summary>
    /// <param name="Network">0 for the generator, 1 for the discriminator; 2 and 3 in the second pair.</param>
    /// <param name="Name">Its name in torch.nn.Sequential.</param>
    /// <param name="Offset">Its offset in the flat buffer.</param>
    /// <param name="Version">How many times the program has updated the network before: reads before and after an update differ.</param>
    public sealed record Parameter(int Network, string Name, long Offset, int Version) : Operation;

    /// <summary>A running statistic at its offset among the network's.</summary>
    public sealed record Statistic(int Network, string Name, long Offset) : Operation;

    /// <summary>N as a number, or 1/N.</summary>
    public sealed record BatchSize(bool Reciprocal) : Operation;

    /// <summary>Random numbers of their own stream; 1 with probability p, else 0, for a Bernoulli draw.</summary>
    public sealed record Draw(Distribution Distribution, double P, int Stream) : Operation;

    /// <summary>Numbers that one call saves for the next, as they are when read.</summary>
    public sealed record Remembered(string Slot) : Operation;

    // Mathematics.

    /// <summary>
    /// Contracts two sides of a trilinear form to the third; once fused, with an epilogue, in which variable 0 is the sum and the others are further inputs.
    /// </summary>
    public sealed record Contract(Trilinear Form, Side Gives, Scalar Epilogue, EquatableArray<Reading> Readings) : Operation
    {
        public Contract(Trilinear form, Side gives)
            : this(form, gives, Scalar.X(0), default)
        {
        }

        public bool IsPlain => Epilogue is Scalar.Variable(0);
    }

    /// <summary>An expression for each element; variable i is input i.</summary>
    public sealed record Map(Scalar Expression, EquatableArray<Reading> Readings) : Operation;

    /// <summary>Sums of expressions over the elements of the extent that the first, full input has; one output per term.</summary>
    /// <param name="Over">What remains of the extent.</param>
    /// <param name="Terms">What is summed; variable i is input i.</param>
    /// <param name="Extent">What is summed over.</param>
    /// <param name="Readings">How the inputs are read.</param>
    public sealed record Reduce(Over Over, EquatableArray<Scalar> Terms, Extent Extent, EquatableArray<Reading> Readings) : Operation;

    /// <summary>
    /// The batch statistics of each channel: mean, biased variance and 1/√(variance + eps). Updates the running statistics, if any, with the momentum.
    /// </summary>
    public sealed record Moments(double Eps, double Momentum, Statistic? RunningMean, Statistic? RunningVariance) : Operation;

    /// <summary>
    /// u vᵀ in the shape of a weight, after u's and v's power iterations; the sum of its products with the weight is the largest singular value. A constant to
    /// reverse mode.
    /// </summary>
    public sealed record PowerIteration(int Iterations, double Eps, WeightMatrix Matrix, Statistic U, Statistic V) : Operation;

    /// <summary>
    /// The running means of two sums of logits, on reals and on fakes; the third input is 1/N. Its state is stored next to the report's. A constant to reverse
    /// mode.
    /// </summary>
    public sealed record RunningMeans(double Decay) : Operation;

    /// <summary>The same elements under another shape: no work.</summary>
    public sealed record Reshape : Operation;

    /// <summary>Two values of one batch joined into one of two: the reals, then the fakes.</summary>
    public sealed record Join : Operation;

    /// <summary>One half of a joint value: no work.</summary>
    public sealed record Half(int Which) : Operation;

    /// <summary>A picture with its border filled from itself.</summary>
    public sealed record Pad(PaddingMode Mode, Pair Amount) : Operation;

    /// <summary>The adjoint of <see cref="Pad"/>: the border's gradient is added to where its pixels came from.</summary>
    public sealed record PadAdjoint(PaddingMode Mode, Pair Amount) : Operation;

    /// <summary>Concatenates the channels of several values of one batch.</summary>
    public sealed record Concat : Operation;

    /// <summary>Some channels of each sample: as many as the output has, starting at the first.</summary>
    public sealed record Slice(int First) : Operation;

    /// <summary>
    /// Pictures shifted by whole pixels, down and to the right, filled with zeros: by ⌊u · (2m + 1)⌋ − m rows, u the second input's number of the sample in a
    /// column, and by as many columns of the next. Back is the adjoint, which shifts the other way. The second input is a constant to reverse mode.
    /// </summary>
    public sealed record Shift(int Column, Pair Most, bool IsAdjoint) : Operation;

    /// <summary>
    /// Pictures with zeros in a window of that many rows and columns, which begins ⌊w/2⌋ rows before row ⌊u · (H + 1 − w mod 2)⌋, u the second input's number
    /// of the sample in a column, and in columns likewise. It is its own adjoint. The second input is a constant to reverse mode.
    /// </summary>
    public sealed record Cutout(int Column, Pair Window) : Operation;

    /// <summary>
    /// Affine resampling: pixel q shows the input at M·q + o, both in pixels from the picture's centre, x before y, bilinearly interpolated, and beyond the
    /// border mirrored at the outermost pixels. The second input has M's first row, o's x, M's second row and o's y of each sample, from a column on. Back is
    /// the adjoint. The second input is a constant to reverse mode.
    /// </summary>
    public sealed record Warp(int Column, bool IsAdjoint) : Operation;

    /// <summary>Computes a few numbers per sample, or in total, from those of the inputs. Constants to reverse mode.</summary>
    public sealed record Compute(Formulas Formulas) : Operation;

    /// <summary>Pictures whose pixels are repeated.</summary>
    public sealed record Upsample(Pair Scale) : Operation;

    /// <summary>The adjoint of <see cref="Upsample"/>: the sum of each block of pixels.</summary>
    public sealed record BlockSum(Pair Scale) : Operation;

    /// <summary>The mean of each window; padding counts as zeros.</summary>
    public sealed record AvgPool(Window Window) : Operation;

    /// <summary>The adjoint of <see cref="AvgPool"/>: spreads each window's number evenly over its pixels.</summary>
    public sealed record AvgPoolAdjoint(Window Window) : Operation;

    /// <summary>Filters or resizes pictures along both directions.</summary>
    public sealed record Resample(Band Rows, Band Columns) : Operation;

    /// <summary>For each window, the first input's number at the second input's largest one (the first of equal ones).</summary>
    public sealed record TakeLargest(Window Window) : Operation;

    /// <summary>
    /// The adjoint of <see cref="TakeLargest"/> by its first input: a window's number is added where the second input's window has its largest.
    /// </summary>
    public sealed record GiveLargest(Window Window) : Operation;

    /// <summary>The numbers of a sample in another order: as an array of some dimensions, permuted so that dimension Order[i] becomes dimension i.</summary>
    public sealed record Permute(EquatableArray<int> Dimensions, EquatableArray<int> Order) : Operation
    {
        /// <summary>Whether it is a plain matrix transpose.</summary>
        public bool IsTranspose => Order.Count == 2 && Order[0] == 1;
    }

    /// <summary>
    /// Each number becomes its mean over a group of samples: n, n + N/G, n + 2N/G, …, with G the largest divisor of N up to a bound. It is its own adjoint.
    /// </summary>
    public sealed record GroupMean(int Most) : Operation;

    /// <summary>The matrix product of two matrices of each sample, each optionally transposed first: (rows × inner) · (inner × columns).</summary>
    public sealed record BatchMatMul(int Rows, int Inner, int Columns, bool TransposesFirst, bool TransposesSecond) : Operation;

    /// <summary>
    /// The largest number of each sample. A constant to reverse mode: it is subtracted only where that changes nothing, before softmax's exponentials.
    /// </summary>
    public sealed record Largest : Operation;

    // Effects: no outputs.

    /// <summary>The input is the gradient of a parameter.</summary>
    public sealed record Gradient(int Network, string Name, long Offset) : Operation;

    /// <summary>The optimiser updates a network with its gradients.</summary>
    public sealed record Update(int Network) : Operation;

    /// <summary>The following nodes, up to the next branch or the end of both, run in the first call and every n-th after it, or in all others.</summary>
    public sealed record Branch(int Every, bool IsDue) : Operation;

    /// <summary>The following nodes run in every call again.</summary>
    public sealed record EndOfBranches : Operation;

    /// <summary>The input is saved for the report.</summary>
    public sealed record Report(string Slot) : Operation;

    /// <summary>The input becomes what <see cref="Remembered"/> reads from here on.</summary>
    public sealed record Remember(string Slot) : Operation;

    /// <summary>The input is an output of the program.</summary>
    public sealed record Result(string Name) : Operation;

    public bool IsLeaf => this is Input or Parameter or Statistic or BatchSize or Draw or Remembered;

    public bool IsEffect => this is Gradient or Update or Branch or EndOfBranches or Report or Remember or Result;

    /// <summary>Whether no node may be moved across it: what follows reads other parameters, or does not always run.</summary>
    public bool IsBarrier => this is Update or Branch or EndOfBranches;
}

/// <summary>The distribution of random numbers.</summary>
internal enum Distribution
{
    /// <summary>N(0, 1).</summary>
    Normal,

    /// <summary>U[0, 1).</summary>
    Uniform,

    /// <summary>1 with a probability, else 0.</summary>
    Bernoulli,
}

/// <summary>What remains after a sum.</summary>
internal enum Over
{
    /// <summary>One number per channel: summed over samples and pixels.</summary>
    Channel,

    /// <summary>One number a sample.</summary>
    Sample,

    /// <summary>One number.</summary>
    All,
}
