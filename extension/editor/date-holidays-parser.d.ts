// Its package exports no types; it is loaded for nothing but to have been evaluated.
declare module 'date-holidays-parser';
