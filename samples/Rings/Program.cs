using Rings;

return App.Run(args, Console.Out, Console.Error);
