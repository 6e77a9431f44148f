// Buffers, launches and waits are counted for a whole process; and libtorch's threads would spin beside the kernels'.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
