using Theory;

return App.Run(args, Console.Out, Console.Error);
