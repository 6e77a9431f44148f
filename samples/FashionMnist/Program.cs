using FashionMnist;
using GanDsl;

return App.Run<S1x28x28>(args, Console.Out, Console.Error, (backend, seed) => backend == Backends.Ilgpu
    ? new ClothingGan.Ilgpu(seed)
    : new ClothingGan.Torch(seed));
